using NewsExtract.Pipeline.Batch;

namespace NewsExtract.Tests.Pipeline.Batch;

public sealed class AtomicFileTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("newsextract-").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    /// <summary>Regression: the runtime reported the missing folder as a missing file when another worker made it at that moment.</summary>
    [Fact]
    public async Task Several_workers_may_make_the_same_folder()
    {
        for (var round = 0; round < 200; round++)
        {
            var folder = Path.Combine(_root, $"{round}", "deep");
            using var together = new Barrier(4);
            var threads = Enumerable.Range(0, 4).Select(i => Task.Factory.StartNew(() =>
            {
                together.SignalAndWait();
                AtomicFile.Write(Path.Combine(folder, $"{i}.json"), "x"u8);
            }, TaskCreationOptions.LongRunning));
            await Task.WhenAll(threads);
            Directory.GetFiles(folder).Should().HaveCount(4);
        }
    }

    [Fact]
    public void Unfinished_files_are_cleaned_up()
    {
        AtomicFile.Write(Path.Combine(_root, "a", "b.json"), "x"u8);
        File.WriteAllText(Path.Combine(_root, "a", "c.json" + AtomicFile.PartExtension), "half");
        AtomicFile.CleanUp(_root);
        Directory.GetFiles(_root, "*", SearchOption.AllDirectories).Select(Path.GetFileName).Should().Equal("b.json");
    }
}
