namespace NewsExtract.Learning.Linear;

/// <summary>The labels of a sequence model and which may follow which.</summary>
internal sealed class SequenceLabels
{
    /// <summary>Labels with the transitions that <paramref name="mayFollow"/> allows; its first argument is null at the start of a sequence.</summary>
    public SequenceLabels(IReadOnlyList<string> names, Func<string?, string, bool> mayFollow)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(names.Count, 64);
        Names = [.. names];
        Sources = new ulong[names.Count];
        for (var to = 0; to < names.Count; to++)
        {
            for (var from = 0; from < names.Count; from++)
            {
                Sources[to] |= mayFollow(names[from], names[to]) ? 1UL << from : 0;
            }

            Starts |= mayFollow(null, names[to]) ? 1UL << to : 0;
        }
    }

    private SequenceLabels(string[] names, ulong[] sources, ulong starts) => (Names, Sources, Starts) = (names, sources, starts);

    /// <summary>The names; a label is its index here.</summary>
    public string[] Names { get; }

    /// <summary>The number of labels.</summary>
    public int Count => Names.Length;

    /// <summary>For each label the labels that may stand before it, as bits.</summary>
    public ulong[] Sources { get; }

    /// <summary>The labels that may stand first, as bits.</summary>
    public ulong Starts { get; }

    /// <summary>BIO labels over some types: <c>O</c>, then <c>B-</c> and <c>I-</c> of each; <c>I-</c> only after the same type.</summary>
    public static SequenceLabels Bio(IEnumerable<string> types) =>
        new(["O", .. types.SelectMany(static t => new[] { "B-" + t, "I-" + t })],
            static (from, to) => !to.StartsWith("I-", StringComparison.Ordinal) || (from is not null && from != "O" && from.AsSpan(2).SequenceEqual(to.AsSpan(2))));

    /// <summary>The number of a label, −1 when there is none of that name.</summary>
    public int IndexOf(string name) => Array.IndexOf(Names, name);

    /// <summary>Adds the labels to a file.</summary>
    public void Save(ModelFileWriter writer, string name) =>
        writer.AddLines(name + ".labels", Names).AddValues<ulong>(name + ".sources", [.. Sources, Starts]);

    /// <summary>Reads the labels of a file.</summary>
    public static SequenceLabels Load(ModelFile file, string name)
    {
        var bits = file.Values<ulong>(name + ".sources");
        return new SequenceLabels(file.Lines(name + ".labels"), bits[..^1].ToArray(), bits[^1]);
    }
}
