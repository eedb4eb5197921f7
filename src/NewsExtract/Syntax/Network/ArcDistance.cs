namespace NewsExtract.Syntax.Network;

/// <summary>Classes of the way from a dependent to its head: direction and length.</summary>
internal static class ArcDistance
{
    /// <summary>The number of classes.</summary>
    public const int Count = 20;

    private const int Longest = 32;

    private static readonly byte[] Classes = Build();

    /// <summary>The class of an arc; <paramref name="way"/> is the head's place less the dependent's.</summary>
    public static int Of(int way) => Classes[Math.Clamp(way, -Longest, Longest) + Longest];

    private static byte[] Build()
    {
        var classes = new byte[(2 * Longest) + 1];
        for (var way = -Longest; way <= Longest; way++)
        {
            var length = Math.Abs(way);
            var step = length switch { <= 5 => length, <= 7 => 6, <= 10 => 7, <= 15 => 8, _ => 9 };
            classes[way + Longest] = (byte)(way < 0 ? step : 10 + step);
        }

        return classes;
    }
}
