namespace NewsExtract.Errors;

/// <summary>What went wrong, in a form for people and for programs.</summary>
/// <param name="Code">A stable code: <c>NX</c> and four digits.</param>
/// <param name="Message">What was wrong, with the value that was wrong.</param>
/// <param name="Remedy">What to do about it.</param>
public sealed record ErrorInfo(string Code, string Message, string Remedy)
{
    /// <summary>Code, message and remedy on one line.</summary>
    public override string ToString() => $"{Code}: {Message} {Remedy}";
}
