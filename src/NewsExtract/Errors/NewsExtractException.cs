namespace NewsExtract.Errors;

/// <summary>A fault that the user or the calling program can mend; carries its <see cref="ErrorInfo"/>.</summary>
public sealed class NewsExtractException : Exception
{
    /// <summary>An exception for a fault of the catalog.</summary>
    public NewsExtractException(ErrorInfo info, Exception? inner = null)
        : base(info?.ToString(), inner)
    {
        ArgumentNullException.ThrowIfNull(info);
        Info = info;
    }

    /// <summary>The fault.</summary>
    public ErrorInfo Info { get; }
}
