namespace NewsExtract.Stances.Articles;

/// <summary>Places of the numbers that say how likely a holder's stance on a target is in a sentence of an article.</summary>
internal static class ArticleLayout
{
    // The sentence.
    public const int Position = 0;
    public const int RelativePosition = 1;
    public const int Length = 2;
    public const int Spoken = 3;
    public const int Positive = 4;
    public const int Negative = 5;
    public const int Support = 6;
    public const int Oppose = 7;
    public const int Negations = 8;
    public const int Entities = 9;
    public const int BestGood = 10;
    public const int BestBad = 11;

    // The holder: a block of the same shape as the target's, then what only holders do.
    public const int Holder = 12;
    public const int Target = Holder + SideCount;

    // Within a block.
    public const int Kind = 0;
    public const int Subject = 1;
    public const int Object = 2;
    public const int Modifier = 3;
    public const int InHoldersQuote = 4;
    public const int InOthersQuote = 5;
    public const int Good = 6;
    public const int Bad = 7;
    public const int Mentions = 8;
    public const int Rank = 9;
    public const int FirstSentence = 10;
    public const int MeanGood = 11;
    public const int MeanBad = 12;
    public const int Speeches = 13;
    public const int Type = 14;
    public const int TypeCount = 7;
    public const int SideCount = Type + TypeCount;

    public const int SpeaksShare = Target + SideCount;
    public const int Away = SpeaksShare + 1;

    // The holder speaks where the target stands, a sentence before.
    public const int SameQuote = Away + 1;

    // The pair in the sentence.
    public const int HasPair = SameQuote + 1;
    public const int PairSupport = HasPair + 1;
    public const int PairOppose = PairSupport + 1;
    public const int LinearSupport = PairOppose + 1;
    public const int LinearOppose = LinearSupport + 1;
    public const int BackSupport = LinearOppose + 1;
    public const int BackOppose = BackSupport + 1;
    public const int Distance = BackOppose + 1;
    public const int Order = Distance + 1;
    public const int RuleSupport = Order + 1;
    public const int RuleOppose = RuleSupport + 1;
    public const int RuleBack = RuleOppose + 1;
    public const int RuleHolderSupport = RuleBack + 1;
    public const int RuleHolderOppose = RuleHolderSupport + 1;
    public const int RuleTargetSupport = RuleHolderOppose + 1;
    public const int RuleTargetOppose = RuleTargetSupport + 1;
    public const int BestRivalHolder = RuleTargetOppose + 1;
    public const int BestRivalTarget = BestRivalHolder + 1;

    // The pair elsewhere in the article.
    public const int OtherSupport = BestRivalTarget + 1;
    public const int OtherOppose = OtherSupport + 1;
    public const int OtherBackSupport = OtherOppose + 1;
    public const int OtherBackOppose = OtherBackSupport + 1;
    public const int Together = OtherBackOppose + 1;
    public const int NearSupport = Together + 1;
    public const int NearOppose = NearSupport + 1;

    /// <summary>Number of features.</summary>
    public const int Count = NearOppose + 1;
}
