using System.Runtime.InteropServices;
using Microsoft.ML;
using Microsoft.ML.Calibrators;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;
using Microsoft.ML.Trainers.LightGbm;
using NewsExtract.Stances.Model;

namespace NewsExtract.Stances.Training;

/// <summary>ML.NET's learners, and their parameters as our own arrays: prediction needs no ML.NET.</summary>
internal static class Learners
{
    private const int Seed = 17;

    /// <summary>Trained weights of a logistic regression: first the numbers' (for unscaled numbers), then the indicators'.</summary>
    internal sealed record LinearWeights(float[] Dense, float[] Indicators, float Bias)
    {
        public float Score(float[] dense, int[] indicators)
        {
            var score = Bias;
            for (var i = 0; i < Dense.Length; i++)
            {
                score += Dense[i] * dense[i];
            }

            foreach (var indicator in indicators)
            {
                score += Indicators[indicator];
            }

            return score;
        }
    }

    /// <summary>Trees as nodes and leaves.</summary>
    internal sealed record TreeWeights(List<(TreeNode[] Nodes, double[] Leaves)> Trees)
    {
        public double Score(float[] dense) => Score(dense, Trees.Count);

        public double Score(float[] dense, int first)
        {
            double sum = 0;
            foreach (var (nodes, leaves) in CollectionsMarshal.AsSpan(Trees)[..Math.Min(first, Trees.Count)])
            {
                var at = nodes.Length == 0 ? -1 : 0;
                while (at >= 0)
                {
                    at = dense[nodes[at].Feature] <= nodes[at].Threshold ? nodes[at].Left : nodes[at].Right;
                }

                sum += leaves[~at];
            }

            return sum;
        }
    }

    /// <summary>L-BFGS logistic regression (one class against the rest) over numbers and indicators.</summary>
    public static LinearWeights Linear(IReadOnlyList<Case> cases, Func<Case, bool> positive, float positiveWeight, float l2, float[] scales) =>
        Linear(cases, positive, positiveWeight, l2, scales, out _);

    /// <summary>The same, with ML.NET's own scores of the cases, to compare.</summary>
    internal static LinearWeights Linear(IReadOnlyList<Case> cases, Func<Case, bool> positive, float positiveWeight, float l2, float[] scales, out Func<float[]> scores)
    {
        var ml = new MLContext(Seed);
        var size = scales.Length + (1 << FeatureRow.HashBits);
        var data = Load(ml, cases.Select(c => new LearnerRow { Label = positive(c), Weight = (positive(c) ? positiveWeight : 1) * c.LinearWeight, Features = Sparse(c, scales, size) }), size);
        var trainer = ml.BinaryClassification.Trainers.LbfgsLogisticRegression(new LbfgsLogisticRegressionBinaryTrainer.Options
        {
            ExampleWeightColumnName = nameof(LearnerRow.Weight),
            L1Regularization = 0,
            L2Regularization = l2,
            NumberOfThreads = 1,
            MaximumNumberOfIterations = 60,
            HistorySize = 10,
        });
        var fitted = trainer.Fit(data);
        scores = () => fitted.Transform(data).GetColumn<float>("Score").ToArray();
        var model = (CalibratedModelParametersBase<LinearBinaryModelParameters, PlattCalibrator>)fitted.Model;
        var weights = model.SubModel.Weights.ToArray();
        var dense = weights[..scales.Length].Zip(scales, static (w, s) => w * s).ToArray();
        return new LinearWeights(dense, weights[scales.Length..], model.SubModel.Bias);
    }

    /// <summary>LightGBM trees (one class against the rest) over the numbers.</summary>
    public static TreeWeights Trees(IReadOnlyList<Case> cases, Func<Case, bool> positive, int iterations, int leaves, double rate) =>
        Trees(cases, positive, iterations, leaves, rate, out _);

    /// <summary>The same, with ML.NET's own scores of the cases, to compare.</summary>
    internal static TreeWeights Trees(IReadOnlyList<Case> cases, Func<Case, bool> positive, int iterations, int leaves, double rate, out Func<float[]> scores)
    {
        var ml = new MLContext(Seed);
        var data = Load(ml, cases.Select(c => new LearnerRow { Label = positive(c), Features = new VBuffer<float>(c.Dense.Length, c.Dense) }), cases[0].Dense.Length);
        var trainer = ml.BinaryClassification.Trainers.LightGbm(new LightGbmBinaryTrainer.Options
        {
            NumberOfIterations = iterations,
            NumberOfLeaves = leaves,
            LearningRate = rate,
            MinimumExampleCountPerLeaf = 30,
            NumberOfThreads = 1,
            Seed = Seed,
            Booster = new GradientBooster.Options { SubsampleFraction = 0.7, SubsampleFrequency = 1, FeatureFraction = 0.4, L2Regularization = 5 },
        });
        var fitted = trainer.Fit(data);
        scores = () => fitted.Transform(data).GetColumn<float>("Score").ToArray();
        var model = (CalibratedModelParametersBase<LightGbmBinaryModelParameters, PlattCalibrator>)fitted.Model;
        var ensemble = model.SubModel.TrainedTreeEnsemble;
        var trees = new List<(TreeNode[], double[])>();
        for (var i = 0; i < ensemble.Trees.Count; i++)
        {
            var tree = ensemble.Trees[i];
            var weight = ensemble.TreeWeights[i];
            var nodes = new TreeNode[tree.NumberOfNodes];
            for (var n = 0; n < nodes.Length; n++)
            {
                nodes[n] = new TreeNode(tree.NumericalSplitThresholds[n], (short)tree.NumericalSplitFeatureIndexes[n], (short)tree.LeftChild[n], (short)tree.RightChild[n], 0);
            }

            trees.Add((nodes, tree.LeafValues.Select(v => v * weight).ToArray()));
        }

        return new TreeWeights(trees);
    }

    /// <summary>Platt's sigmoid: slope and intercept that turn scores into probabilities (Newton's method on held-out scores).</summary>
    public static (float Slope, float Intercept) Platt(IReadOnlyList<double> scores, IReadOnlyList<bool> labels)
    {
        var rate = Math.Max(labels.Count(static l => l), 1) / (double)labels.Count;
        double a = 0, b = Math.Log(rate / (1 - rate));
        for (var iteration = 0; iteration < 50; iteration++)
        {
            double ga = 0, gb = 0, haa = 1e-6, hab = 0, hbb = 1e-6;
            for (var i = 0; i < scores.Count; i++)
            {
                var p = StanceModel.Sigmoid((a * scores[i]) + b);
                var d = p - (labels[i] ? 1 : 0);
                var w = Math.Max(p * (1 - p), 1e-9);
                ga += d * scores[i];
                gb += d;
                haa += w * scores[i] * scores[i];
                hab += w * scores[i];
                hbb += w;
            }

            // The loss is convex; a full step may still overshoot where the sigmoid is flat.
            var determinant = (haa * hbb) - (hab * hab);
            var (da, db, step) = (((hbb * ga) - (hab * gb)) / determinant, ((haa * gb) - (hab * ga)) / determinant, 1.0);
            while (step > 1e-4 && Loss(scores, labels, a - (step * da), b - (step * db)) > Loss(scores, labels, a, b))
            {
                step /= 2;
            }

            (a, b) = (a - (step * da), b - (step * db));
        }

        return ((float)a, (float)b);
    }

    private static double Loss(IReadOnlyList<double> scores, IReadOnlyList<bool> labels, double a, double b)
    {
        double sum = 0;
        for (var i = 0; i < scores.Count; i++)
        {
            var x = (a * scores[i]) + b;
            sum += Math.Max(x, 0) - (labels[i] ? x : 0) + Math.Log(1 + Math.Exp(-Math.Abs(x)));
        }

        return sum;
    }

    private static VBuffer<float> Sparse(Case c, float[] scales, int size)
    {
        var indices = new int[scales.Length + c.Indicators.Length];
        var values = new float[indices.Length];
        for (var i = 0; i < scales.Length; i++)
        {
            (indices[i], values[i]) = (i, c.Dense[i] * scales[i]);
        }

        for (var i = 0; i < c.Indicators.Length; i++)
        {
            (indices[scales.Length + i], values[scales.Length + i]) = (scales.Length + c.Indicators[i], 1);
        }

        return new VBuffer<float>(size, indices.Length, values, indices);
    }

    private static IDataView Load(MLContext ml, IEnumerable<LearnerRow> rows, int size)
    {
        var schema = SchemaDefinition.Create(typeof(LearnerRow));
        schema[nameof(LearnerRow.Features)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, size);
        return ml.Data.LoadFromEnumerable(rows.ToList(), schema);
    }
}
