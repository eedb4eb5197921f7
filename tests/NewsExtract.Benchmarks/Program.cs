using BenchmarkDotNet.Running;
using NewsExtract.Benchmarks;

if (args is ["throughput", var folder, var passes])
{
    Throughput.Run(folder, int.Parse(passes));
    return;
}

BenchmarkSwitcher.FromAssembly(System.Reflection.Assembly.GetExecutingAssembly()).Run(args);
