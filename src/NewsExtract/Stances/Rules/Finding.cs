using NewsExtract.Documents;

namespace NewsExtract.Stances.Rules;

/// <summary>A stance that a rule found.</summary>
/// <param name="Holder">Who has it.</param>
/// <param name="Target">Towards what.</param>
/// <param name="Sign">+1 support, −1 oppose, 0 neutral.</param>
/// <param name="Evidence">The words that show it.</param>
/// <param name="Basis">Name of the rule and its word.</param>
/// <param name="Weight">How far the rule is to be trusted, 0 to 1.</param>
internal readonly record struct Finding(Side Holder, Side Target, int Sign, TokenRange Evidence, string Basis, double Weight);
