namespace NewsExtract.Formats;

/// <summary>Takes the cells of a table one after another, and the end of each row.</summary>
internal interface IRowWriter
{
    /// <summary>A cell of text; empty for null.</summary>
    IRowWriter Text(string? text);

    IRowWriter Number(long? number);

    IRowWriter Number(double? number);

    void End();
}
