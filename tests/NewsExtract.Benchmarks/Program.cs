using BenchmarkDotNet.Running;
using NewsExtract.Benchmarks;

if (args is ["throughput", var folder, var passes, .. var rest])
{
    Throughput.Run(folder, int.Parse(passes), coreOnly: rest is ["core"]);
    return;
}

BenchmarkSwitcher.FromAssembly(System.Reflection.Assembly.GetExecutingAssembly()).Run(args);
