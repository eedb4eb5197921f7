using NewsExtract.Learning.Neural;

namespace NewsExtract.Syntax.Network;

/// <summary>
/// The layers of tagger and parser above their embeddings: a projection, recurrent layers, tags read off in the middle, and at the top scores of
/// arcs (a biaffine form with a bias for direction and distance; Dozat and Manning, ICLR 2017) and of relations (a low-rank one).
/// </summary>
internal sealed class SyntaxNetwork
{
    /// <summary>Penn tags and universal tags stand side by side in one row of scores.</summary>
    public static readonly int PennTagCount = Documents.PennTags.Names.Length;

    public static readonly int UposCount = Enum.GetValues<Documents.Upos>().Length;

    public static readonly int RelationCount = Documents.RelationNames.All.Length;

    public SyntaxNetwork(SyntaxShape shape)
    {
        Shape = shape;
        Input = new DenseLayer(Parameters, "input", shape.Input, shape.Width);
        Layers = new GatedRecurrence[shape.Layers];
        for (var i = 0; i < Layers.Length; i++)
        {
            Layers[i] = new GatedRecurrence(Parameters, $"layer{i}", shape.Width);
        }

        Tags = new DenseLayer(Parameters, "tags", shape.Width, PennTagCount + UposCount);
        if (shape.Arc > 0)
        {
            Sides = new DenseLayer(Parameters, "sides", shape.Width, (2 * shape.Arc) + (2 * shape.Relation));
            Arcs = new DenseLayer(Parameters, "arcs", shape.Arc, shape.Arc);
            Distances = new DenseLayer(Parameters, "distances", shape.Arc, ArcDistance.Count);
            Relations = new DenseLayer(Parameters, "relations", 3 * shape.Relation, RelationCount);
            RootArc = Parameters.Reserve("root.arc", 1, shape.Arc);
            RootRelation = Parameters.Reserve("root.relation", 1, shape.Relation);
        }

        Parameters.Seal();
    }

    public SyntaxShape Shape { get; }

    public ParameterSet Parameters { get; } = new();

    public DenseLayer Input { get; }

    public GatedRecurrence[] Layers { get; }

    public DenseLayer Tags { get; }

    /// <summary>Each word as dependent and as head, for arcs and for relations; null in a tagger.</summary>
    public DenseLayer? Sides { get; }

    public DenseLayer? Arcs { get; }

    public DenseLayer? Distances { get; }

    public DenseLayer? Relations { get; }

    /// <summary>The root as a head of arcs, in place of a word.</summary>
    public ParameterBlock RootArc { get; }

    /// <summary>The root as a head of relations.</summary>
    public ParameterBlock RootRelation { get; }

    /// <summary>Offset of the arc head in a row of <see cref="Sides"/>; the arc dependent is at 0.</summary>
    public int ArcHeadAt => Shape.Arc;

    public int RelationDependentAt => 2 * Shape.Arc;

    public int RelationHeadAt => (2 * Shape.Arc) + Shape.Relation;

    public void Initialise(ulong seed)
    {
        var random = new SplitMix(seed);
        Input.Initialise(Parameters, random);
        foreach (var layer in Layers)
        {
            layer.Initialise(Parameters, random);
        }

        Tags.Initialise(Parameters, random);
        if (Sides is null)
        {
            return;
        }

        Sides.Initialise(Parameters, random);
        Arcs!.Initialise(Parameters, random);
        Relations!.Initialise(Parameters, random);
        Parameters.Spread(RootArc, Shape.Arc, 1, random);
        Parameters.Spread(RootRelation, Shape.Relation, 1, random);
    }

    /// <summary>Makes the layers use the parameters as they are now.</summary>
    public void Prepare()
    {
        Input.Prepare(Parameters);
        foreach (var layer in Layers)
        {
            layer.Prepare(Parameters);
        }

        Tags.Prepare(Parameters);
        Sides?.Prepare(Parameters);
        Arcs?.Prepare(Parameters);
        Distances?.Prepare(Parameters);
        Relations?.Prepare(Parameters);
    }
}
