using System.Collections.Immutable;
using NewsExtract.Errors;

namespace NewsExtract.Pipeline.Engines;

/// <summary>
/// The engines of a program by name. The library knows its own only; a program adds others, and names those that it can be built with.
/// </summary>
public sealed class EngineRegistry
{
    /// <summary>The name of the project's own engine.</summary>
    public const string DefaultName = "default";

    private readonly SortedDictionary<string, Func<ILinguisticEngine>> _engines = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _absent = new(StringComparer.Ordinal);

    /// <summary>The names that <see cref="Create"/> takes, the default first.</summary>
    public ImmutableArray<string> Names =>
        [.. _engines.Keys.OrderBy(static name => name != DefaultName).ThenBy(static name => name, StringComparer.Ordinal)];

    /// <summary>Adds an engine, made when it is asked for.</summary>
    public EngineRegistry Add(string name, Func<ILinguisticEngine> create)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(create);
        _engines[name] = create;
        return this;
    }

    /// <summary>Names an engine that this build could have but has not, with the command that builds it in. No effect on one that was added.</summary>
    public EngineRegistry AddAbsent(string name, string howToBuild)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentException.ThrowIfNullOrEmpty(howToBuild);
        _absent[name] = howToBuild;
        return this;
    }

    /// <summary>Makes the engine of that name.</summary>
    /// <exception cref="NewsExtractException">NX0701: no such engine. NX0702: it is not part of this build.</exception>
    public ILinguisticEngine Create(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (_engines.TryGetValue(name, out var create))
        {
            return create();
        }

        throw new NewsExtractException(_absent.TryGetValue(name, out var howToBuild)
            ? ErrorCatalog.EngineNotBuiltIn(name, howToBuild)
            : ErrorCatalog.EngineUnknown(name, string.Join(", ", Names)));
    }
}
