namespace NewsExtract.Formats.Exchange;

/// <summary>A form in which annotated articles are exchanged with other tools.</summary>
internal interface IExchangeFormat
{
    /// <summary>The word after <c>--from</c> and <c>--to</c>.</summary>
    string Name { get; }

    /// <summary>One line of help: what it holds, and what its offsets count.</summary>
    string Description { get; }

    /// <summary>Reads the articles at a path, one at a time, each with the name of its file.</summary>
    /// <exception cref="Errors.NewsExtractException">NX05xx, NX06xx.</exception>
    IEnumerable<(string Name, AnnotatedArticle Article)> Read(string path);

    /// <summary>Writes articles below a folder.</summary>
    /// <exception cref="Errors.NewsExtractException">NX0202.</exception>
    void Write(string folder, IEnumerable<(string Name, AnnotatedArticle Article)> articles);
}
