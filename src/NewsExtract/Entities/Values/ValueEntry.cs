namespace NewsExtract.Entities.Values;

/// <summary>One reading of a word.</summary>
/// <param name="Category">What it can be.</param>
/// <param name="Number">Its value where that is a number, else 0.</param>
/// <param name="Text">Its value where that is text (a unit, a currency).</param>
/// <param name="Other">A second value (the currency an adjective changes; a factor).</param>
/// <param name="Next">Index of the word's next reading, or 0.</param>
internal readonly record struct ValueEntry(ValueCategory Category, decimal Number, string Text, string Other, int Next);
