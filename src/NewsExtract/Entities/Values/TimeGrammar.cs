using NewsExtract.Documents;

namespace NewsExtract.Entities.Values;

/// <summary>Times of day: 3:30 p.m. EST, 15:30 GMT, 5pm, noon, five o'clock.</summary>
internal static class TimeGrammar
{
    /// <summary>The time that begins at a token.</summary>
    public static ValueMatch At(in ValueCursor words, int at)
    {
        if (words.TryGet(at, ValueCategory.ClockWord, out var named))
        {
            return Zoned(words, at + 1, named.Text);
        }

        int hour, minute = 0, second = 0;
        var clock = TryClock(words.Word(at), out var h, out var m, out var s);
        if (clock)
        {
            (hour, minute, second) = (h, m, s);
        }
        else
        {
            hour = words.Integer(at, 4);
            hour = hour < 0 && words.TryGet(at, ValueCategory.Number, out var word) ? (int)word.Number : hour;
            if (hour < 0)
            {
                return default;
            }
        }

        var end = at + 1;
        if (words.TryGet(end, ValueCategory.Meridiem, out var half) && hour is >= 1 and <= 12)
        {
            return Zoned(words, end + 1, Text((hour % 12) + (int)half.Number, minute, second, clock && HasSeconds(words.Word(at))));
        }

        if (words.Is(end, ValueCategory.OClock) && hour is >= 1 and <= 24)
        {
            return Zoned(words, end + 1, Text(hour % 24, 0, 0, false));
        }

        if (clock)
        {
            return hour <= 23 ? Zoned(words, end, Text(hour, minute, second, HasSeconds(words.Word(at)))) : default;
        }

        // 1530 GMT
        if (words.Word(at).Length == 4 && hour is >= 0 and <= 2359 && hour % 100 < 60 && words.Is(end, ValueCategory.Zone))
        {
            return Zoned(words, end, Text(hour / 100, hour % 100, 0, false));
        }

        return default;
    }

    private static bool HasSeconds(ReadOnlySpan<char> word) => word.Count(':') == 2;

    private static string Text(int hour, int minute, int second, bool seconds) => seconds
        ? FormattableString.Invariant($"T{hour:00}:{minute:00}:{second:00}")
        : FormattableString.Invariant($"T{hour:00}:{minute:00}");

    /// <summary>5:30, 17:30, 17:30:05, 5.30 is left alone.</summary>
    private static bool TryClock(ReadOnlySpan<char> word, out int hour, out int minute, out int second)
    {
        hour = minute = second = 0;
        var colon = word.IndexOf(':');
        if (colon is not (1 or 2) || word.Length < colon + 3 || word.ContainsAnyExceptInRange('0', ':'))
        {
            return false;
        }

        var rest = word[(colon + 3)..];
        if (!int.TryParse(word[..colon], out hour) || !int.TryParse(word.Slice(colon + 1, 2), out minute) || minute > 59)
        {
            return false;
        }

        return rest.Length == 0 || (rest.Length == 3 && rest[0] == ':' && int.TryParse(rest[1..], out second) && second < 60);
    }

    /// <summary>With the time zone after it: GMT, EST, Eastern time.</summary>
    private static ValueMatch Zoned(in ValueCursor words, int end, string time)
    {
        if (words.TryGet(end, ValueCategory.Zone, out var zone) && !char.IsLower(words.Word(end)[0]))
        {
            return new ValueMatch(end + 1, EntityType.Time, time + zone.Text);
        }

        if (words.TryGet(end, ValueCategory.ZoneWord, out zone))
        {
            var last = end + 1;
            while (words.Is(last, ValueCategory.Time) && last < end + 3)
            {
                last++;
            }

            if (last > end + 1)
            {
                return new ValueMatch(last, EntityType.Time, time + zone.Text);
            }
        }

        return new ValueMatch(end, EntityType.Time, time);
    }
}
