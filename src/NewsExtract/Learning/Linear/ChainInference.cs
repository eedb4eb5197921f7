namespace NewsExtract.Learning.Linear;

/// <summary>Forward–backward over a linear chain, in probabilities rescaled at each position (Rabiner 1989), so that long sequences do not underflow.</summary>
internal static class ChainInference
{
    /// <summary>Label probabilities of a chain.</summary>
    /// <param name="labels">Labels and allowed transitions.</param>
    /// <param name="rows">For the number of positions and the labels allowed at each.</param>
    /// <param name="nodes">Scores, position × label. Overwritten.</param>
    /// <param name="edges">Position × pair (previous label × label, the last row for the start), already through <see cref="ExponentiateEdges"/>.</param>
    /// <param name="scratch">Memory to work in.</param>
    /// <param name="marginals">Receives position × label.</param>
    /// <returns>The logarithm of the partition function, without what was taken out of the edges.</returns>
    public static double Marginals(
        SequenceLabels labels, FeatureRows rows, Span<double> nodes, Span<double> edges, SequenceScratch scratch, Span<float> marginals)
    {
        var (n, count) = (rows.Count, labels.Count);
        var logZ = Run(labels, rows, nodes, edges, scratch);
        for (var t = 0; t < n; t++)
        {
            var sum = 0.0;
            for (var y = 0; y < count; y++)
            {
                sum += scratch.Forward[(t * count) + y] * scratch.Backward[(t * count) + y];
            }

            for (var y = 0; y < count; y++)
            {
                marginals[(t * count) + y] = sum > 0 ? (float)(scratch.Forward[(t * count) + y] * scratch.Backward[(t * count) + y] / sum) : 0;
            }
        }

        return logZ;
    }

    /// <summary>
    /// Exponentiates <paramref name="nodes"/> in place (0 where not allowed) and fills the scratch's forward and backward tables.
    /// </summary>
    public static double Run(SequenceLabels labels, FeatureRows rows, Span<double> nodes, Span<double> edges, SequenceScratch scratch)
    {
        var (n, count) = (rows.Count, labels.Count);
        var pairs = (count + 1) * count;
        SequenceScratch.Ensure(ref scratch.Forward, n * count);
        SequenceScratch.Ensure(ref scratch.Backward, n * count);
        var logZ = 0.0;
        for (var t = 0; t < n; t++)
        {
            logZ += ExponentiateNode(rows.Mask(t), nodes.Slice(t * count, count));
            var forward = scratch.Forward.AsSpan(t * count, count);
            var node = nodes.Slice(t * count, count);
            var edge = edges.Slice(t * pairs, pairs);
            var total = 0.0;
            if (t == 0)
            {
                for (var y = 0; y < count; y++)
                {
                    total += forward[y] = node[y] * edge[(count * count) + y];
                }
            }
            else
            {
                var before = scratch.Forward.AsSpan((t - 1) * count, count);
                forward.Clear();
                for (var x = 0; x < count; x++)
                {
                    if (before[x] > 0)
                    {
                        var row = edge.Slice(x * count, count);
                        for (var y = 0; y < count; y++)
                        {
                            forward[y] += before[x] * row[y];
                        }
                    }
                }

                for (var y = 0; y < count; y++)
                {
                    total += forward[y] *= node[y];
                }
            }

            logZ += Rescale(forward, total);
        }

        scratch.Backward.AsSpan((n - 1) * count, count).Fill(1);
        for (var t = n - 2; t >= 0; t--)
        {
            var backward = scratch.Backward.AsSpan(t * count, count);
            var after = scratch.Backward.AsSpan((t + 1) * count, count);
            var node = nodes.Slice((t + 1) * count, count);
            var edge = edges.Slice((t + 1) * pairs, pairs);
            var total = 0.0;
            for (var x = 0; x < count; x++)
            {
                var sum = 0.0;
                for (var y = 0; y < count; y++)
                {
                    sum += edge[(x * count) + y] * node[y] * after[y];
                }

                total += backward[x] = sum;
            }

            Rescale(backward, total);
        }

        return logZ;
    }

    /// <summary>Exponentiates the pair scores of one position in place, 0 where the transition is not allowed.</summary>
    /// <returns>The logarithm of the factor that was taken out.</returns>
    public static double ExponentiateEdges(SequenceLabels labels, Span<double> edge, bool first)
    {
        var count = labels.Count;
        var top = double.NegativeInfinity;
        var (from, to) = first ? (count, count + 1) : (0, count);
        for (var x = from; x < to; x++)
        {
            for (var y = 0; y < count; y++)
            {
                top = Allowed(x, y) ? Math.Max(top, edge[(x * count) + y]) : top;
            }
        }

        for (var x = from; x < to; x++)
        {
            for (var y = 0; y < count; y++)
            {
                edge[(x * count) + y] = Allowed(x, y) ? Math.Exp(edge[(x * count) + y] - top) : 0;
            }
        }

        return top;

        bool Allowed(int x, int y) => first ? (labels.Starts >> y & 1) != 0 : (labels.Sources[y] >> x & 1) != 0;
    }

    private static double ExponentiateNode(ulong mask, Span<double> node)
    {
        var top = double.NegativeInfinity;
        for (var y = 0; y < node.Length; y++)
        {
            top = (mask >> y & 1) != 0 ? Math.Max(top, node[y]) : top;
        }

        for (var y = 0; y < node.Length; y++)
        {
            node[y] = (mask >> y & 1) != 0 ? Math.Exp(node[y] - top) : 0;
        }

        return top;
    }

    private static double Rescale(Span<double> values, double total)
    {
        if (total <= 0)
        {
            return 0;
        }

        foreach (ref var value in values)
        {
            value /= total;
        }

        return Math.Log(total);
    }
}
