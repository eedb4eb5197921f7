using System.Reflection;
using System.Text.RegularExpressions;
using NewsExtract.Documents;
using NewsExtract.Errors;

namespace NewsExtract.Tests.Conventions;

/// <summary>Rules of the house that no analyzer knows.</summary>
public class SourceTests
{
    private static IEnumerable<string> Sources(string folder) =>
        Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.cs", SearchOption.AllDirectories)
            .Where(static path => !path.Contains("/obj/", StringComparison.Ordinal) && !path.Contains("\\obj\\", StringComparison.Ordinal));

    [Fact]
    public void Files_stay_short_enough_to_read()
    {
        var sources = Sources("src").Concat(Sources("tests")).ToList();
        sources.Should().NotBeEmpty();
        sources.Where(static path => File.ReadLines(path).Count() > 330).Should().BeEmpty();
    }

    [Fact]
    public void A_file_is_named_after_the_type_in_it()
    {
        var publicType = new Regex(@"^public (?:sealed |static |abstract |readonly |partial )*(?:record struct|record|class|struct|enum|interface|delegate \w+) (\w+)", RegexOptions.Multiline);
        foreach (var path in Sources("src"))
        {
            var types = publicType.Matches(File.ReadAllText(path)).Select(static m => m.Groups[1].Value).ToList();
            types.Count.Should().BeLessThanOrEqualTo(1, "{0} should hold one public type", path);
            types.Should().NotContain(type => Path.GetFileName(path).Split('.', 2)[0] != type, "{0} should be named after its type", path);
        }
    }

    [Fact]
    public void Every_error_has_a_code_of_its_own_a_message_and_a_remedy()
    {
        var errors = typeof(ErrorCatalog).GetMethods(BindingFlags.Static | BindingFlags.Public).Where(static m => m.ReturnType == typeof(ErrorInfo))
            .Select(static method => (method.Name, Info: (ErrorInfo)method.Invoke(null, [.. method.GetParameters().Select(Sample)])!)).ToList();

        errors.Should().NotBeEmpty();
        errors.Select(static e => e.Info.Code).Should().OnlyHaveUniqueItems();
        errors.Should().OnlyContain(static e => Regex.IsMatch(e.Info.Code, "^NX[0-9]{4}$"));
        errors.Should().OnlyContain(static e => e.Info.Message.Length > 10 && e.Info.Remedy.EndsWith('.') && e.Info.Remedy.Length > 10);
    }

    [Fact]
    public void Documents_are_immutable()
    {
        var mutable = from type in typeof(Document).Assembly.GetExportedTypes()
                      where type.Namespace == typeof(Document).Namespace
                      from property in type.GetProperties(BindingFlags.Instance | BindingFlags.Public)
                      where property.SetMethod is { IsPublic: true } setter
                          && !setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(System.Runtime.CompilerServices.IsExternalInit))
                      select $"{type.Name}.{property.Name}";
        mutable.Should().BeEmpty();
    }

    private static object? Sample(ParameterInfo parameter) => parameter.ParameterType switch
    {
        var t when t == typeof(string) => "sample",
        var t when t.IsValueType => Activator.CreateInstance(t),
        var t when t.IsArray => Array.CreateInstance(t.GetElementType()!, 0),
        var t when t.IsAssignableFrom(typeof(string[])) => Array.Empty<string>(),
        _ => null,
    };
}
