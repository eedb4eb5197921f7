namespace NewsExtract.Formats.Exchange.Standoff;

/// <summary>A labelled arrow between two spans.</summary>
/// <param name="Role">One of <see cref="StandoffLabels.Roles"/>.</param>
/// <param name="From">The id of the part.</param>
/// <param name="To">The id of what it is a part of.</param>
internal sealed record StandoffLink(string Role, string From, string To);
