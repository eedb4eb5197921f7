using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace NewsExtract.Learning.Vectors;

/// <summary>
/// Structured skip-gram with negative sampling (Mikolov et al. 2013; Ling et al., NAACL 2015): each of the nearest positions has output vectors of its own,
/// which makes the vectors know word order, and so syntax; positions farther away share one set, which keeps the topic in. One thread, one fixed order.
/// </summary>
internal sealed class StructuredSkipGram
{
    private const int Negatives = 5;
    private const int NoiseTable = 1 << 22;
    private const int Near = 2;
    private const int Far = 5;
    private const int Buckets = (2 * Near) + 1;
    private const float StartRate = 0.03f;

    private readonly VectorCorpus _corpus;
    private readonly int _dimensions;
    private readonly float[] _input;
    private readonly float[][] _output = new float[Buckets][];
    private readonly int[] _noise = new int[NoiseTable];
    private readonly float[] _keep;
    private readonly float[] _sigmoid = new float[1024];
    private readonly float[] _gradient;
    private ulong _state = 0x2545F4914F6CDD1D;

    public StructuredSkipGram(VectorCorpus corpus, int dimensions, double subsample)
    {
        _corpus = corpus;
        _dimensions = dimensions;
        _gradient = new float[dimensions];
        _input = new float[corpus.Words.Length * dimensions];
        for (var i = 0; i < _input.Length; i++)
        {
            _input[i] = ((Next() >> 40) / (float)(1 << 24) - 0.5f) / dimensions;
        }

        for (var bucket = 0; bucket < Buckets; bucket++)
        {
            _output[bucket] = new float[_input.Length];
        }

        var total = corpus.Counts.Sum(static count => (double)count);
        _keep = [.. corpus.Counts.Select(count => (float)Math.Min(1, Math.Sqrt(subsample * total / count)))];
        var powers = corpus.Counts.Select(static count => Math.Pow(count, 0.75)).ToArray();
        var sum = powers.Sum();
        var word = 0;
        var reached = powers[0] / sum;
        for (var i = 0; i < NoiseTable; i++)
        {
            while ((i + 0.5) / NoiseTable > reached && word < powers.Length - 1)
            {
                reached += powers[++word] / sum;
            }

            _noise[i] = word;
        }

        for (var i = 0; i < _sigmoid.Length; i++)
        {
            _sigmoid[i] = (float)(1 / (1 + Math.Exp(-((i + 0.5) / 1024 * 12 - 6))));
        }
    }

    /// <summary>The vectors, a row for each word.</summary>
    public ReadOnlySpan<float> Vectors => _input;

    /// <summary>Goes over the text so many times.</summary>
    public void Train(int epochs, IProgress<string> progress, CancellationToken cancellation)
    {
        var text = CollectionsMarshal.AsSpan(_corpus.Text);
        var steps = (double)text.Length * epochs;
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            for (var at = 0; at < text.Length; at++)
            {
                var done = (((double)epoch * text.Length) + at) / steps;
                if ((at & 0x3FFFFF) == 0)
                {
                    cancellation.ThrowIfCancellationRequested();
                    progress.Report($"vectors {done:P0}");
                }

                var word = text[at];
                if (word >= 0 && (Next() >> 40) / (float)(1 << 24) < _keep[word])
                {
                    Learn(text, at, StartRate * (float)Math.Max(1 - done, 0.003));
                }
            }
        }
    }

    private void Learn(ReadOnlySpan<int> text, int at, float rate)
    {
        var word = text[at];
        for (var side = -1; side <= 1; side += 2)
        {
            var far = Near + 1 + (int)((Next() >> 33) % (Far - Near));
            for (var step = 1; step <= far; step++)
            {
                var position = at + (side * step);
                if ((uint)position >= (uint)text.Length || text[position] == VectorCorpus.Break)
                {
                    break;
                }

                if (step <= Near)
                {
                    Pair(_output[side < 0 ? Near - step : Near + step - 1], word, text[position], rate);
                }
                else if (step == far && (Next() >> 40) / (float)(1 << 24) < _keep[text[position]])
                {
                    Pair(_output[2 * Near], word, text[position], rate);
                }
            }
        }
    }

    private void Pair(float[] output, int word, int context, float rate)
    {
        ref var input = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_input), word * _dimensions);
        ref var gradient = ref MemoryMarshal.GetArrayDataReference(_gradient);
        Array.Clear(_gradient);
        for (var sample = 0; sample <= Negatives; sample++)
        {
            var other = sample == 0 ? context : _noise[(int)(Next() >> 42)];
            if (sample > 0 && other == context)
            {
                continue;
            }

            ref var target = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(output), other * _dimensions);
            var dot = Dot(ref input, ref target);
            var cell = Math.Clamp((int)((dot + 6) * (1024f / 12)), 0, 1023);
            var step = Vector256.Create(rate * ((sample == 0 ? 1 : 0) - _sigmoid[cell]));
            for (nuint i = 0; i < (nuint)_dimensions; i += 8)
            {
                var old = Vector256.LoadUnsafe(ref target, i);
                Vector256.FusedMultiplyAdd(step, old, Vector256.LoadUnsafe(ref gradient, i)).StoreUnsafe(ref gradient, i);
                Vector256.FusedMultiplyAdd(step, Vector256.LoadUnsafe(ref input, i), old).StoreUnsafe(ref target, i);
            }
        }

        for (nuint i = 0; i < (nuint)_dimensions; i += 8)
        {
            (Vector256.LoadUnsafe(ref input, i) + Vector256.LoadUnsafe(ref gradient, i)).StoreUnsafe(ref input, i);
        }
    }

    private float Dot(ref float a, ref float b)
    {
        var sum = Vector256<float>.Zero;
        for (nuint i = 0; i < (nuint)_dimensions; i += 8)
        {
            sum = Vector256.FusedMultiplyAdd(Vector256.LoadUnsafe(ref a, i), Vector256.LoadUnsafe(ref b, i), sum);
        }

        // Halves are added in a fixed order, so that every machine comes to the same bits.
        var half = sum.GetLower() + sum.GetUpper();
        return half[0] + half[1] + (half[2] + half[3]);
    }

    private ulong Next()
    {
        _state ^= _state >> 12;
        _state ^= _state << 25;
        _state ^= _state >> 27;
        return _state * 0x2545F4914F6CDD1D;
    }
}
