namespace Quarantine.Firmware.Core
{
    /// <summary>
    /// Reads one flat JSON object of strings and whole numbers. Stricter than RFC 8259, since everything that is sent to a node is plain:
    /// strings are printable ASCII without escapes, numbers are 0 to 2^53 - 1 without sign, fraction or leading zero, no name comes twice.
    /// </summary>
    public sealed class FlatJson
    {
        private const int MaximumFields = 24;
        private const int MaximumDigits = 16;
        private const long MaximumNumber = 9007199254740991;

        private readonly byte[] _text;
        private readonly string[] _names = new string[MaximumFields];
        private readonly string[] _strings = new string[MaximumFields];
        private readonly long[] _numbers = new long[MaximumFields];
        private int _at;

        private FlatJson(byte[] text)
        {
            _text = text;
        }

        /// <summary>Number of fields.</summary>
        public int Count { get; private set; }

        /// <summary>The object, or null where the bytes are anything else or longer than <paramref name="maximumLength"/>.</summary>
        public static FlatJson Parse(byte[] text, int maximumLength)
        {
            if (text == null || text.Length > maximumLength)
            {
                return null;
            }

            FlatJson json = new FlatJson(text);
            return json.ReadObject() ? json : null;
        }

        public string NameAt(int index)
        {
            return _names[index];
        }

        public bool Has(string name)
        {
            return IndexOf(name) >= 0;
        }

        /// <summary>A string field's value; null where there is none or it is a number.</summary>
        public string GetString(string name)
        {
            int index = IndexOf(name);
            return index < 0 ? null : _strings[index];
        }

        /// <summary>A number field's value; -1 where there is none or it is a string.</summary>
        public long GetNumber(string name)
        {
            int index = IndexOf(name);
            return index < 0 || _strings[index] != null ? -1 : _numbers[index];
        }

        private int IndexOf(string name)
        {
            for (int i = 0; i < Count; i++)
            {
                if (_names[i] == name)
                {
                    return i;
                }
            }

            return -1;
        }

        private bool ReadObject()
        {
            if (!Take('{'))
            {
                return false;
            }

            if (!Take('}'))
            {
                do
                {
                    if (!ReadField())
                    {
                        return false;
                    }
                }
                while (Take(','));

                if (!Take('}'))
                {
                    return false;
                }
            }

            SkipSpace();
            return _at == _text.Length;
        }

        private bool ReadField()
        {
            SkipSpace();
            string name = ReadString();
            if (name == null || Count == MaximumFields || Has(name) || !Take(':'))
            {
                return false;
            }

            SkipSpace();
            string text = ReadString();
            long number = text == null ? ReadNumber() : 0;
            if (number < 0)
            {
                return false;
            }

            _names[Count] = name;
            _strings[Count] = text;
            _numbers[Count] = number;
            Count++;
            return true;
        }

        private string ReadString()
        {
            if (_at >= _text.Length || _text[_at] != '"')
            {
                return null;
            }

            int end = _at + 1;
            while (end < _text.Length && _text[end] != '"')
            {
                if (_text[end] < 0x20 || _text[end] > 0x7E || _text[end] == '\\')
                {
                    return null;
                }

                end++;
            }

            if (end == _text.Length)
            {
                return null;
            }

            char[] value = new char[end - _at - 1];
            for (int i = 0; i < value.Length; i++)
            {
                value[i] = (char)_text[_at + 1 + i];
            }

            _at = end + 1;
            return new string(value);
        }

        /// <summary>-1 where there is no number.</summary>
        private long ReadNumber()
        {
            int start = _at;
            long value = 0;
            while (_at < _text.Length && _text[_at] >= '0' && _text[_at] <= '9' && _at - start < MaximumDigits)
            {
                value = (value * 10) + (_text[_at] - '0');
                _at++;
            }

            int digits = _at - start;
            bool leadingZero = digits > 1 && _text[start] == '0';
            return digits == 0 || leadingZero || value > MaximumNumber ? -1 : value;
        }

        private bool Take(char expected)
        {
            SkipSpace();
            if (_at < _text.Length && _text[_at] == expected)
            {
                _at++;
                return true;
            }

            return false;
        }

        private void SkipSpace()
        {
            while (_at < _text.Length && (_text[_at] == ' ' || _text[_at] == '\t' || _text[_at] == '\r' || _text[_at] == '\n'))
            {
                _at++;
            }
        }
    }
}
