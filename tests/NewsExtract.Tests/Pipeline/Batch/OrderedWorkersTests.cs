using NewsExtract.Pipeline.Batch;

namespace NewsExtract.Tests.Pipeline.Batch;

public class OrderedWorkersTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void Results_come_in_the_order_of_the_items_and_few_are_held(int workers)
    {
        var (started, collected, most) = (0, new List<int>(), 0);
        var runner = new OrderedWorkers<int, int>(workers, 8, item =>
        {
            Interlocked.Increment(ref started);
            Thread.SpinWait((item % 7) * 200);
            return item * 2;
        }, result =>
        {
            most = Math.Max(most, Volatile.Read(ref started) - collected.Count);
            collected.Add(result);
        });

        runner.Run(Enumerable.Range(0, 2000), CancellationToken.None);

        collected.Should().Equal(Enumerable.Range(0, 2000).Select(static i => i * 2));
        most.Should().BeLessThanOrEqualTo(8);
    }

    [Fact]
    public void The_first_fault_ends_the_run_and_is_thrown()
    {
        var runner = new OrderedWorkers<int, int>(3, 6, static item => item == 50 ? throw new InvalidOperationException("fifty") : item, static _ => { });
        var run = () => runner.Run(Enumerable.Range(0, int.MaxValue), CancellationToken.None);
        run.Should().Throw<InvalidOperationException>().WithMessage("fifty");
    }

    [Fact]
    public void A_stop_finishes_what_is_under_way()
    {
        using var stop = new CancellationTokenSource();
        var collected = new List<int>();
        var runner = new OrderedWorkers<int, int>(2, 4, static item => item, result =>
        {
            collected.Add(result);
            if (result == 100)
            {
                stop.Cancel();
            }
        });

        runner.Run(Enumerable.Range(0, int.MaxValue), stop.Token);

        collected.Should().Equal(Enumerable.Range(0, collected.Count)).And.HaveCountGreaterThan(100).And.HaveCountLessThan(200);
    }
}
