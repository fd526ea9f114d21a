using System.Text;

namespace Quarantine.Firmware.Core
{
    /// <summary>
    /// The tags of messages from and to one node: the first 16 bytes of HMAC-SHA256 under the node's key, in base64, over
    /// <c>1|house|node|</c> and the message's own fields.
    /// </summary>
    public sealed class MessageAuthenticator
    {
        private const int TagLength = 16;

        private readonly string _prefix;
        private readonly byte[] _key;
        private readonly IHmac _hmac;

        public MessageAuthenticator(string house, string node, byte[] key, IHmac hmac)
        {
            _prefix = "1|" + house + "|" + node + "|";
            _key = key;
            _hmac = hmac;
        }

        /// <summary>The tag over the fields, which are joined by <c>|</c> already.</summary>
        public string Tag(string fields)
        {
            return Base64.Encode(_hmac.Compute(_key, Encoding.UTF8.GetBytes(_prefix + fields)), TagLength);
        }

        /// <summary>Whether a tag fits. The time it takes does not tell where a wrong one differs.</summary>
        public bool Verify(string fields, string tag)
        {
            string right = Tag(fields);
            if (tag == null || tag.Length != right.Length)
            {
                return false;
            }

            int difference = 0;
            for (int i = 0; i < right.Length; i++)
            {
                difference |= right[i] ^ tag[i];
            }

            return difference == 0;
        }
    }
}
