using NewsExtract.Documents;
using NewsExtract.Learning;
using NewsExtract.Pipeline;
using NewsExtract.Pipeline.Engines;

namespace NewsExtract.Tests.Pipeline.Engines;

/// <summary>An engine without trees and with three entity types keeps the contract, and the later stages run on it.</summary>
public class ReducedEngineTests : EngineContract
{
    [Fact]
    public void Later_stages_work_without_trees_and_with_three_types_of_names()
    {
        var document = DefaultPipeline.Build(ModelStore.Default, Create()).Annotate(new Article
        {
            Id = "a",
            Text = "Leeds mayor Ann Poe praised Harbour Council on Monday.\n\n\"We are glad,\" Poe said. \"The bridge is open.\"\n\nThe bridge cost too much, according to Max Orr.\n",
        });

        document.Find<ParseLayer>().Should().BeNull();
        document.Get<QuoteLayer>().Quotes.Should().Contain(static q => q.Type == QuoteType.Direct && q.Content.Length == 2);
        document.Get<MentionLayer>().Mentions.Should().NotContain(static m => m.Type == EntityType.Loc || m.Type == EntityType.Norp || m.Type == EntityType.Event || m.Type == EntityType.Misc);
    }

    internal override ILinguisticEngine Create() => new ReducedEngine(new DefaultEngine(ModelStore.Default));
}
