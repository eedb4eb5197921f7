using System.Runtime.InteropServices;

namespace NewsExtract.Stances.Model;

/// <summary>An inner node of a boosted tree as it lies in the model file; a negative child is a leaf, by its complement.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal readonly record struct TreeNode(float Threshold, short Feature, short Left, short Right, short Unused);
