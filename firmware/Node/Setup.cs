using System;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Quarantine.Firmware.Core;

namespace Quarantine.Firmware.Node
{
    /// <summary>What provisioning wrote to the board's storage, checked as a whole before anything is started.</summary>
    internal sealed class Setup
    {
        /// <summary>The authority's certificate, PEM, beside the record.</summary>
        internal const string AuthorityFile = "ca.pem";

        private Setup()
        {
        }

        internal ProvisioningRecord Record { get; private set; }

        internal BoardPins Pins { get; private set; }

        /// <summary>Null without TLS.</summary>
        internal X509Certificate Authority { get; private set; }

        /// <summary>The setup; or null, and in <paramref name="error"/> what is wrong with it.</summary>
        internal static Setup Read(IStorage storage, out string error)
        {
            byte[] content = storage.Read(ProvisioningReader.FileName);
            if (content == null)
            {
                error = "there is no " + ProvisioningReader.FileName;
                return null;
            }

            Setup setup = new Setup();
            setup.Record = ProvisioningReader.Read(content, out error);
            error = error ?? setup.ReadBoard();
            error = error ?? setup.ReadAuthority(storage);
            return error == null ? setup : null;
        }

        private string ReadBoard()
        {
            Pins = Boards.For(Record.Board.Length > 0 ? Record.Board : Boards.Default);
            if (Pins == null)
            {
                return "board: is not known";
            }

            return Pins.Has(Record.Sensors) ? null : "sensors: the board has no pin for one of them";
        }

        private string ReadAuthority(IStorage storage)
        {
            if (!Record.Tls)
            {
                return null;
            }

            byte[] pem = storage.Read(AuthorityFile);
            if (pem == null)
            {
                return "tls: there is no " + AuthorityFile;
            }

            try
            {
                Authority = new X509Certificate(Encoding.UTF8.GetString(pem, 0, pem.Length));
                return null;
            }
            catch (Exception)
            {
                return "tls: " + AuthorityFile + " is not a certificate";
            }
        }
    }
}
