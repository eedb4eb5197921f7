namespace NewsExtract.Entities.Gazetteers;

/// <summary>What raw text says about a word.</summary>
/// <param name="Fine">Its class among the finer word classes, from 1; 0 when unknown.</param>
/// <param name="Coarse">Its class among the coarser word classes, from 1; 0 when unknown.</param>
/// <param name="Capital">How often it has a capital where a capital is a choice, 1 (never) to 8 (always); 0 when it was seen too rarely.</param>
internal readonly record struct WordFacts(ushort Fine, byte Coarse, byte Capital);
