using NewsExtract.Documents;
using NewsExtract.Quotes.Speakers;
using NewsExtract.Quotes.Text;

namespace NewsExtract.Quotes.Cascade;

/// <summary>Decides on the source of a quote: what the tagger found, unless the grammar says that it is none, or else what the grammar offers.</summary>
internal static class SourceChoice
{
    /// <summary>The source of a candidate; empty when it has none.</summary>
    public static TokenRange Of(QuoteSheet sheet, List<CueCandidate> cues, List<QuoteExtent> extents, int index, CascadeThresholds thresholds)
    {
        var (cue, extent) = (cues[index], extents[index]);
        var found = extent.SourceProbability >= thresholds.Source ? extent.Source : default;
        var agent = PassiveCue.Agent(sheet, cue.Range, extent.Content);
        if (agent.Length > 0 && !agent.Overlaps(found))
        {
            return agent;
        }

        if (PassiveCue.Bars(sheet, cue.Range, found))
        {
            return default;
        }

        if (found.Length > 0)
        {
            return found;
        }

        var shared = ControlledSubject.Of(sheet, cue.Range);
        shared = shared.Length > 0 ? shared : Before(sheet, cues, extents, index, thresholds);
        return shared.Length > 0 && !extent.Content.Exists(piece => piece.Overlaps(shared)) ? shared : default;
    }

    // "Poe backed the plan but said …": the source of the cue that this one is coordinated with, where the tree lost the subject of both.
    private static TokenRange Before(QuoteSheet sheet, List<CueCandidate> cues, List<QuoteExtent> extents, int index, CascadeThresholds thresholds)
    {
        if (!sheet.HasParse || sheet.Relation[cues[index].Head] != Relation.Conj)
        {
            return default;
        }

        var first = sheet.Head[cues[index].Head];
        var at = cues.FindIndex(other => other.Head == first);
        return at >= 0 && extents[at].SourceProbability >= thresholds.Source ? extents[at].Source : default;
    }
}
