using System.Security.Cryptography;
using NewsExtract.Documents;
using NewsExtract.Learning;

namespace NewsExtract.Entities.Coreference.Training;

/// <summary>Trains the <c>coreference</c> model on GUM's train documents, and measures it on its dev documents.</summary>
internal sealed class CoreferenceTrainer : IModelTrainer
{
    private const int Rounds = 12;
    private const double Rate = 0.05;
    private const double Decay = 0.005;

    private readonly NameClusters _names = new();
    private readonly Resolver _resolver = new();

    /// <inheritdoc/>
    public string Kind => CoreferenceModel.Kind;

    /// <inheritdoc/>
    public string Data => "syntax/gum/*.conllu with splits.md, gazetteers/names/first_names.{female,male}.txt, gazetteers/names_by_country/common-forenames-by-country.csv";

    /// <inheritdoc/>
    public TrainingReport Train(TrainingOptions options, IProgress<string> progress, CancellationToken cancellation)
    {
        var folder = Path.Combine(options.Data, "syntax/gum");
        var (keys, genders) = NameGenders.Build(FirstNames.Read(options.Data));
        var files = GumDocument.Files(folder, "train").ToArray();
        progress.Report($"{files.Length} documents to train on");
        var training = new RankerTraining();
        var names = NamesOnly(keys, genders);
        foreach (var path in files)
        {
            cancellation.ThrowIfCancellationRequested();
            Collect(GumDocument.Read(path), CoreferenceModel.InTraining(new float[RankFeatures.Size], names), training);
        }

        progress.Report($"{training.Count} mentions to learn from");
        var weights = training.Train(Rounds, Rate, Decay, cancellation);
        var writer = new ModelFileWriter(new ModelProvenance(
            Kind, typeof(CoreferenceTrainer).Assembly.GetName().Version!.ToString(3), $"newsextract train {Kind} --data ../shared/data",
            [.. FirstNames.Files.Concat(files.Select(path => Path.GetRelativePath(options.Data, path).Replace('\\', '/')))
                .Select(path => $"{path} sha256:{Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(options.Data, path))))}")]));
        AddWeights(writer, weights);
        writer.AddValues<uint>(NameGenders.KeySection, keys).Add(NameGenders.GenderSection, genders);
        cancellation.ThrowIfCancellationRequested();
        writer.Write(options.Output);
        return CoreferenceReport.Of(ModelFile.Read(options.Output, Kind), folder, options.Models, progress);
    }

    internal static ModelFile NamesOnly(uint[] keys, byte[] genders)
    {
        var writer = new ModelFileWriter(new ModelProvenance(CoreferenceModel.Kind, "", "", []));
        writer.AddValues<uint>(NameGenders.KeySection, keys).Add(NameGenders.GenderSection, genders);
        return ModelFile.Read("", writer.ToBytes(), CoreferenceModel.Kind);
    }

    private static void AddWeights(ModelFileWriter writer, float[] weights)
    {
        var scale = Math.Max(1e-6f, weights.Max(Math.Abs)) / short.MaxValue;
        writer.AddValues<float>(CoreferenceModel.ScaleSection, [scale])
            .AddValues<short>(CoreferenceModel.WeightSection, [.. weights.Select(weight => (short)MathF.Round(weight / scale))]);
    }

    // Reads a document with every choice made as the annotators did, and keeps the choices.
    internal void Collect(GumDocument gum, CoreferenceModel model, RankerTraining training)
    {
        var scratch = CoreferenceScratch.For(gum.Document);
        scratch.Entities.Clear();
        MentionFinder.Find(scratch);
        var matches = GoldMatch.Match(scratch, gum.Mentions);
        _names.Cluster(scratch, model.Genders);
        var goldOf = new Dictionary<int, int>();
        var met = new HashSet<int>();
        var features = new int[RankFeatures.Most];
        var told = 0;
        _resolver.Resolve(scratch, (document, mention, candidates) =>
        {
            for (; told < mention; told++)
            {
                Learn(document, told);
            }

            var gold = matches[mention] < 0 ? -1 : gum.Mentions[matches[mention]].Entity;
            var right = -1;
            foreach (var candidate in candidates)
            {
                if (gold >= 0 && (goldOf.GetValueOrDefault(candidate.Entity, -1) == gold || IsAheadRight(document, candidate, mention, gold)))
                {
                    right = candidate.Entity;
                    break;
                }
            }

            // A pronoun whose antecedent is no candidate, though it was met, teaches nothing.
            if (right >= 0 || gold < 0 || !met.Contains(gold) || document.Mentions[mention].Kind != MentionKind.Pronoun)
            {
                training.Begin();
                training.Option(features.AsSpan(0, RankFeatures.OfNew(document, mention, candidates.Length, features)), right < 0);
                var most = Resolver.MostMentions(document, candidates);
                for (var rank = 0; rank < candidates.Length; rank++)
                {
                    var count = RankFeatures.OfCandidate(document, mention, candidates[rank], rank, most, features);
                    training.Option(
                        features.AsSpan(0, count),
                        gold >= 0 && (goldOf.GetValueOrDefault(candidates[rank].Entity, -1) == gold || IsAheadRight(document, candidates[rank], mention, gold)));
                }
            }

            return right;
        });
        scratch.Release();

        void Learn(CoreferenceScratch document, int index)
        {
            if (matches[index] >= 0)
            {
                var gold = gum.Mentions[matches[index]].Entity;
                met.Add(gold);
                goldOf.TryAdd(document.Mentions[index].Entity, gold);
            }
        }

        bool IsAheadRight(CoreferenceScratch document, Candidate candidate, int mention, int gold) =>
            candidate.Mention > mention && matches[candidate.Mention] >= 0 && gum.Mentions[matches[candidate.Mention]].Entity == gold;
    }
}
