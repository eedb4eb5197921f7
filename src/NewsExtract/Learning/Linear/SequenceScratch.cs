namespace NewsExtract.Learning.Linear;

/// <summary>Memory that decoding works in; one for each thread, grown as needed.</summary>
internal sealed class SequenceScratch
{
    internal int[] Nodes = [];
    internal int[] Edges = [];
    internal int[] Best = [];
    internal byte[] Back = [];
    internal double[] Forward = [];
    internal double[] Backward = [];
    internal double[] EdgeWeights = [];
    internal double[] NodeWeights = [];

    internal static void Ensure<T>(ref T[] array, int length)
    {
        if (array.Length < length)
        {
            array = new T[Math.Max(length, array.Length * 2)];
        }
    }
}
