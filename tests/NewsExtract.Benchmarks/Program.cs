using BenchmarkDotNet.Running;
using NewsExtract.Benchmarks;

if (args is ["throughput", var folder, var passes, .. var rest])
{
    Throughput.Run(folder, int.Parse(passes), coreOnly: rest is ["core"]);
    return;
}

if (args is ["stances", var gold, var predicted])
{
    StanceErrors.Print(gold, predicted);
    return;
}

BenchmarkSwitcher.FromAssembly(System.Reflection.Assembly.GetExecutingAssembly()).Run(args);
