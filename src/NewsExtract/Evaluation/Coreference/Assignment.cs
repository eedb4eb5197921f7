namespace NewsExtract.Evaluation.Coreference;

/// <summary>The assignment problem, by the Hungarian method with potentials (Kuhn 1955; Jonker and Volgenant 1987): O(n³).</summary>
internal static class Assignment
{
    /// <summary>The greatest sum that a one-to-one assignment of rows to columns of a square matrix reaches.</summary>
    public static double Greatest(double[,] values)
    {
        var size = values.GetLength(0);
        var rowPotential = new double[size + 1];
        var columnPotential = new double[size + 1];
        var rowOf = new int[size + 1];
        var way = new int[size + 1];
        for (var row = 1; row <= size; row++)
        {
            rowOf[0] = row;
            var column = 0;
            var least = new double[size + 1];
            var used = new bool[size + 1];
            Array.Fill(least, double.PositiveInfinity);
            do
            {
                used[column] = true;
                var current = rowOf[column];
                var delta = double.PositiveInfinity;
                var next = 0;
                for (var other = 1; other <= size; other++)
                {
                    if (used[other])
                    {
                        continue;
                    }

                    var reduced = -values[current - 1, other - 1] - rowPotential[current] - columnPotential[other];
                    if (reduced < least[other])
                    {
                        (least[other], way[other]) = (reduced, column);
                    }

                    if (least[other] < delta)
                    {
                        (delta, next) = (least[other], other);
                    }
                }

                for (var other = 0; other <= size; other++)
                {
                    if (used[other])
                    {
                        rowPotential[rowOf[other]] += delta;
                        columnPotential[other] -= delta;
                    }
                    else
                    {
                        least[other] -= delta;
                    }
                }

                column = next;
            }
            while (rowOf[column] != 0);
            while (column != 0)
            {
                var previous = way[column];
                rowOf[column] = rowOf[previous];
                column = previous;
            }
        }

        var sum = 0.0;
        for (var column = 1; column <= size; column++)
        {
            sum += values[rowOf[column] - 1, column - 1];
        }

        return sum;
    }
}
