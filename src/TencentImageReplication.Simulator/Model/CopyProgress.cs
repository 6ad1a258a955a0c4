namespace TencentImageReplication.Simulator.Model;

/// <summary>The course of the percentage of a copy.</summary>
public enum CopyProgress
{
    /// <summary>It rises from 0 to 99.</summary>
    Gradual,

    /// <summary>It stays 0 until the copy is complete.</summary>
    Jump,
}
