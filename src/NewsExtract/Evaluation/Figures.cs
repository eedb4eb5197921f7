using System.Collections;

namespace NewsExtract.Evaluation;

/// <summary>Named figures in the order to print: numbers, <see cref="Prf"/>, and groups of more figures.</summary>
internal sealed class Figures : IEnumerable<KeyValuePair<string, object>>
{
    private readonly List<KeyValuePair<string, object>> _figures = [];

    public void Add(string name, Prf value) => _figures.Add(new(name, value));

    public void Add(string name, double value) => _figures.Add(new(name, value));

    public void Add(string name, int value) => _figures.Add(new(name, (double)value));

    public void Add(string name, Figures group) => _figures.Add(new(name, group));

    public IEnumerator<KeyValuePair<string, object>> GetEnumerator() => _figures.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Every number with its full name (<c>quote.f1</c>, <c>types.direct.p</c>).</summary>
    public IEnumerable<(string Name, double Value)> Flatten(string prefix = "")
    {
        foreach (var (name, value) in _figures)
        {
            switch (value)
            {
                case Prf prf:
                    yield return ($"{prefix}{name}.p", prf.Precision);
                    yield return ($"{prefix}{name}.r", prf.Recall);
                    yield return ($"{prefix}{name}.f1", prf.F1);
                    break;
                case Figures group:
                    foreach (var inner in group.Flatten($"{prefix}{name}."))
                    {
                        yield return inner;
                    }

                    break;
                default:
                    yield return (prefix + name, (double)value);
                    break;
            }
        }
    }
}
