using System.Runtime.ExceptionServices;

namespace NewsExtract.Pipeline.Batch;

/// <summary>
/// Works on a sequence with several threads and hands the results over in the sequence's own order. At most <c>window</c> items are under way or
/// waiting for an earlier one, so memory stays bounded however long the sequence is.
/// </summary>
internal sealed class OrderedWorkers<TItem, TResult>(int workers, int window, Func<TItem, TResult> work, Action<TResult> collect)
{
    // Deep recursion over long sentences must not depend on the platform's default.
    private const int StackBytes = 16 << 20;

    private readonly Lock _source = new();
    private readonly object _state = new();
    private readonly Dictionary<long, TResult> _waiting = [];
    private long _taken;
    private long _collected;
    private int _busy;
    private int _running;
    private bool _ended;
    private ExceptionDispatchInfo? _fault;

    /// <summary>Runs until the sequence ends or <paramref name="stop"/> is set; items under way are finished then.</summary>
    /// <exception cref="Exception">What the sequence, the work or the collector threw first.</exception>
    public void Run(IEnumerable<TItem> items, CancellationToken stop)
    {
        using var sequence = items.GetEnumerator();
        using var registration = stop.Register(() => End());
        _running = workers;
        for (var i = 0; i < workers; i++)
        {
            new Thread(() => Work(sequence), StackBytes) { IsBackground = true, Name = $"article worker {i + 1}" }.Start();
        }

        lock (_state)
        {
            // A worker that waits for standard input cannot be woken: after a stop it is left behind.
            while (_running > 0 && !(stop.IsCancellationRequested && _busy == 0))
            {
                Monitor.Wait(_state);
            }
        }

        _fault?.Throw();
    }

    private void Work(IEnumerator<TItem> sequence)
    {
        try
        {
            while (TryTake(sequence, out var item, out var index))
            {
                var result = work(item);
                lock (_state)
                {
                    _waiting.Add(index, result);
                    while (_waiting.Remove(_collected, out var next))
                    {
                        collect(next);
                        _collected++;
                    }

                    _busy--;
                    Monitor.PulseAll(_state);
                }
            }
        }
        catch (Exception e)
        {
            lock (_state)
            {
                _fault ??= ExceptionDispatchInfo.Capture(e);
            }

            End();
        }
        finally
        {
            lock (_state)
            {
                _running--;
                Monitor.PulseAll(_state);
            }
        }
    }

    private bool TryTake(IEnumerator<TItem> sequence, out TItem item, out long index)
    {
        item = default!;
        index = -1;
        lock (_source)
        {
            lock (_state)
            {
                while (!_ended && _taken - _collected >= window)
                {
                    Monitor.Wait(_state);
                }

                if (_ended)
                {
                    return false;
                }
            }

            if (!sequence.MoveNext())
            {
                End();
                return false;
            }

            item = sequence.Current;
            lock (_state)
            {
                if (_ended)
                {
                    return false;
                }

                index = _taken++;
                _busy++;
                return true;
            }
        }
    }

    private void End()
    {
        lock (_state)
        {
            _ended = true;
            Monitor.PulseAll(_state);
        }
    }
}
