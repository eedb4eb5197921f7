namespace NewsExtract.Formats;

/// <summary>What the offsets of an annotation file count. The written names are lower case.</summary>
public enum OffsetUnit : byte
{
    /// <summary>UTF-16 code units, as .NET, Java and JavaScript count them.</summary>
    Utf16,

    /// <summary>Unicode code points, as Python counts them.</summary>
    CodePoint,
}
