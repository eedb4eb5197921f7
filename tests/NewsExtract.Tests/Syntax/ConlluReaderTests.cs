using NewsExtract.Documents;
using NewsExtract.Errors;
using NewsExtract.Syntax.Treebanks;

namespace NewsExtract.Tests.Syntax;

public class ConlluReaderTests
{
    private const string Sentence = """
        # text = She can't.
        1	She	she	PRON	PRP	_	2	nsubj	_	_
        2-3	can't	_	_	_	_	_	_	_	_
        2	ca	can	AUX	MD	_	0	root	_	_
        3	n't	not	PART	RB	_	2	advmod	_	_
        3.1	go	go	VERB	VB	_	_	_	_	_
        4	.	.	PUNCT	.	_	2	punct	_	_

        """;

    [Fact]
    public void Words_are_read_and_ranges_and_empty_nodes_left_out()
    {
        var sentence = Read(Sentence).Should().ContainSingle().Subject;

        sentence.Words.Should().Equal("She", "ca", "n't", ".");
        sentence.Heads.Should().Equal(1, -1, 1, 1);
        sentence.Relations.Should().Equal(Relation.Nsubj, Relation.Root, Relation.Advmod, Relation.Punct);
        sentence.Upos.Should().Equal(Upos.PRON, Upos.AUX, Upos.PART, Upos.PUNCT);
        sentence.Penn.Select(static tag => PennTags.Names[tag]).Should().Equal("PRP", "MD", "RB", ".");
        sentence.Lemmas.Should().Equal("she", "can", "not", ".");
    }

    [Fact]
    public void The_last_sentence_needs_no_empty_line() => Read(Sentence.TrimEnd() + "\n").Should().ContainSingle();

    [Theory]
    [InlineData("1\tShe\n", 1)]
    [InlineData("1\tShe\tshe\tPRON\tPRP\t_\t9\tnsubj\t_\t_\n\n", 2)]
    [InlineData("1\tShe\tshe\tPRONOUN\tPRP\t_\t0\troot\t_\t_\n\n", 2)]
    public void A_malformed_line_is_an_error_with_its_number(string text, int line)
    {
        var act = () => Read(text);

        var info = act.Should().Throw<NewsExtractException>().Which.Info;
        info.Code.Should().Be("NX0403");
        info.Message.Should().Contain($"line {line}");
    }

    private static List<TreebankSentence> Read(string text) => ConlluReader.Read(new StringReader(text.ReplaceLineEndings("\n")), "x.conllu");
}
