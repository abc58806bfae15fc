namespace Invoicing.Sandbox.Pdf;

// Reed-Solomon codes over the field of 256 elements with the polynomial that QR codes use.
internal static class QrReedSolomon
{
    private const int FieldPolynomial = 0x11D;

    public static byte[] Remainder(byte[] data, int degree)
    {
        var generator = Generator(degree);
        var remainder = new byte[degree];
        foreach (var value in data)
        {
            var factor = (byte)(value ^ remainder[0]);
            for (var i = 0; i < degree; i++)
            {
                remainder[i] = (byte)((i + 1 < degree ? remainder[i + 1] : 0) ^ Multiply(generator[i], factor));
            }
        }

        return remainder;
    }

    // The product of (x - 2^i), highest power first and without its leading one.
    private static byte[] Generator(int degree)
    {
        var generator = new byte[degree];
        generator[degree - 1] = 1;
        byte root = 1;
        for (var i = 0; i < degree; i++)
        {
            for (var j = 0; j < degree; j++)
            {
                generator[j] = (byte)(Multiply(generator[j], root) ^ (j + 1 < degree ? generator[j + 1] : 0));
            }

            root = Multiply(root, 2);
        }

        return generator;
    }

    private static byte Multiply(byte x, byte y)
    {
        var product = 0;
        for (var bit = 7; bit >= 0; bit--)
        {
            product = (product << 1) ^ ((product >> 7) * FieldPolynomial);
            product ^= ((y >> bit) & 1) * x;
        }

        return (byte)product;
    }
}
