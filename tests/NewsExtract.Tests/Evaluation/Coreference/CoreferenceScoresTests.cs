using NewsExtract.Evaluation.Coreference;

namespace NewsExtract.Tests.Evaluation.Coreference;

public class CoreferenceScoresTests
{
    private static CoreferenceScores Score(int[][] gold, int[][] predicted)
    {
        var scores = new CoreferenceScores();
        scores.Add(gold, predicted);
        return scores;
    }

    [Fact]
    public void The_right_answer_scores_one() =>
        Score([[1, 2, 3], [4, 5]], [[4, 5], [3, 2, 1]]).Conll.Should().BeApproximately(1, 1e-9);

    [Fact]
    public void Nothing_found_scores_nothing() => Score([[1, 2, 3]], [[1], [2], [3]]).Conll.Should().Be(0);

    // The worked example of Luo (2005): the truth {1…5} {6 7} {8…12}; the answer {1…5} {6…12}.
    [Fact]
    public void Joining_two_clusters_costs_what_the_literature_says()
    {
        var scores = Score([[1, 2, 3, 4, 5], [6, 7], [8, 9, 10, 11, 12]], [[1, 2, 3, 4, 5], [6, 7, 8, 9, 10, 11, 12]]);
        scores.Muc.Precision.Should().BeApproximately(0.9, 1e-9);
        scores.Muc.Recall.Should().BeApproximately(1, 1e-9);
        scores.BCubed.Precision.Should().BeApproximately((5 + ((4 + 25) / 7.0)) / 12, 1e-9);
        scores.BCubed.Recall.Should().BeApproximately(1, 1e-9);
        scores.CeafE.Precision.Should().BeApproximately((1 + (10 / 12.0)) / 2, 1e-9);
        scores.CeafE.Recall.Should().BeApproximately((1 + (10 / 12.0)) / 3, 1e-9);
    }

    [Fact]
    public void Mentions_that_only_one_side_has_count_against_it()
    {
        var scores = Score([[1, 2, 3]], [[1, 2, 9]]);
        scores.Muc.Precision.Should().BeApproximately(0.5, 1e-9);
        scores.Muc.Recall.Should().BeApproximately(0.5, 1e-9);
        scores.BCubed.Precision.Should().BeApproximately(4 / 9.0, 1e-9);
        scores.CeafE.F1.Should().BeApproximately(2 / 3.0, 1e-9);
    }

    [Fact]
    public void The_assignment_is_the_best_of_all() =>
        Assignment.Greatest(new double[,] { { 7, 5, 1 }, { 6, 1, 4 }, { 2, 3, 2 } }).Should().BeApproximately(7 + 4 + 3, 1e-9);
}
