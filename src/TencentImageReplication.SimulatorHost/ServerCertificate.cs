using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace TencentImageReplication.SimulatorHost;

/// <summary>Creates a certificate for HTTPS on this machine. Its key never leaves the process.</summary>
internal static class ServerCertificate
{
    private const int KeySize = 2048;
    private const string ServerAuthentication = "1.3.6.1.5.5.7.3.1";
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(30);

    public static X509Certificate2 Create()
    {
        using var key = RSA.Create(KeySize);
        var request = new CertificateRequest("CN=TencentImageReplication simulator", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        names.AddDnsName(Environment.MachineName);
        names.AddIpAddress(IPAddress.Loopback);
        names.AddIpAddress(IPAddress.IPv6Loopback);
        request.CertificateExtensions.Add(names.Build());
        // Clients trust it as a root, and strict ones require these of a root.
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: true, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(
            X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.KeyEncipherment | X509KeyUsageFlags.KeyCertSign, critical: true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(ServerAuthentication)], critical: false));
        var subjectKey = new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false);
        request.CertificateExtensions.Add(subjectKey);
        request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromSubjectKeyIdentifier(subjectKey));
        // TLS follows the clock of this machine, not the one of the simulator.
        var now = TimeProvider.System.GetUtcNow();
        using var created = request.CreateSelfSigned(now - TimeSpan.FromHours(1), now + Lifetime);
        // Windows cannot use a key that exists only in memory, unless it is imported.
        return X509CertificateLoader.LoadPkcs12(created.Export(X509ContentType.Pkcs12), password: null);
    }

    /// <summary>Writes the certificate without its key.</summary>
    /// <returns>The full path.</returns>
    public static string Write(X509Certificate2 certificate, HostSettings settings)
    {
        var path = settings.CertificateFile
            ?? (settings.InfoFile is { } info ? Path.ChangeExtension(info, ".pem") : Path.Combine(Path.GetTempPath(), $"simulator-{certificate.Thumbprint[..8]}.pem"));
        File.WriteAllText(path, certificate.ExportCertificatePem() + "\n");
        return Path.GetFullPath(path);
    }
}
