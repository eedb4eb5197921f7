namespace NewsExtract.Stances.Model;

/// <summary>Places of the numeric features.</summary>
internal static class FeatureLayout
{
    public const int Order = 0;
    public const int Distance = 1;
    public const int NamesBetween = 2;
    public const int SentenceLength = 3;
    public const int HolderInQuote = 4;
    public const int TargetInQuote = 5;
    public const int QuoteMarks = 6;
    public const int PositiveBetween = 7;
    public const int NegativeBetween = 8;
    public const int PositiveAround = 9;
    public const int NegativeAround = 10;
    public const int SupportBetween = 11;
    public const int OpposeBetween = 12;
    public const int SupportAround = 13;
    public const int OpposeAround = 14;
    public const int NegationBetween = 15;
    public const int ReportBetween = 16;
    public const int RuleSupport = 17;
    public const int RuleOppose = 18;
    public const int RuleBackSupport = 19;
    public const int RuleBackOppose = 20;
    public const int HolderSpeaks = 21;
    public const int HolderSubject = 22;
    public const int TargetSubject = 23;
    public const int TargetObject = 24;
    public const int TargetOblique = 25;
    public const int TargetOwner = 26;
    public const int HolderOwner = 27;
    public const int SameClause = 28;
    public const int PathLength = 29;
    public const int HolderStart = 30;
    public const int TargetStart = 31;
    public const int Coordinated = 32;
    public const int ThanBetween = 33;
    public const int ButBetween = 34;
    public const int CommasBetween = 35;
    public const int HolderType = 36;
    public const int TargetType = 48;
    public const int PathSupport = 60;
    public const int PathOppose = 61;
    public const int PathNegated = 62;
    public const int PathPositive = 63;
    public const int PathNegative = 64;
    public const int TargetModelSupport = 65;
    public const int TargetModelOppose = 66;
    public const int IsOwnSentence = 67;
    public const int IsArticle = 68;

    // What the connotations of the words imply; of a target alone the last four are of its whole window.
    public const int Implied = 69;
    public const int ImpliedSigned = 70;
    public const int ImpliedAbove = 71;
    public const int ImpliedBelow = 72;
    public const int ImpliedManner = 73;
    public const int HolderGrade = 74;
    public const int TargetGrade = 75;
    public const int ForBetween = 76;
    public const int AgainstBetween = 77;
    public const int ForAround = 78;
    public const int AgainstAround = 79;
    public const int GoodBetween = 80;
    public const int BadBetween = 81;
    public const int LinearSupport = 82;
    public const int LinearOppose = LinearSupport + 1;

    // Verdicts on the opposite direction, and on the holder as a target.
    public const int BackSupport = LinearOppose + 1;
    public const int BackOppose = BackSupport + 1;
    public const int HolderModelSupport = BackOppose + 1;
    public const int HolderModelOppose = HolderModelSupport + 1;

    // Scores of the network, of this direction and of the opposite one.
    public const int NetworkSupport = HolderModelOppose + 1;
    public const int NetworkOppose = NetworkSupport + 1;
    public const int NetworkBackSupport = NetworkOppose + 1;
    public const int NetworkBackOppose = NetworkBackSupport + 1;

    /// <summary>Number of numeric features.</summary>
    public const int Count = NetworkBackOppose + 1;
}
