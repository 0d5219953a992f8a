package io.jssekeeper.threads;

/**
 * Room on a thread's stack. Where a lock is held, a {@link StackOverflowError} would leave it
 * locked for good: unlocking calls methods too. Thread-safe.
 */
public final class StackRoom {
  /** A variable, so that no compiler knows that it stays 0. */
  private static int noMore;

  private StackRoom() {}

  /** Throws {@link StackOverflowError} if there are no 4 kB left. Costs next to nothing. */
  public static void require() {
    reserve(noMore);
  }

  /**
   * Its variables are never used: the interpreter's frame has room for them, and compiled code that
   * may have to go back to that frame makes sure that it would fit (HotSpot's {@code
   * Compilation::bang_size_in_bytes}).
   */
  private static int reserve(int times) {
    // spotless:off
    long a10, a11, a12, a13, a14, a15, a16, a17, a18, a19, a20, a21, a22, a23, a24, a25, a26,
        a27, a28, a29, a30, a31, a32, a33, a34, a35, a36, a37, a38, a39, a40, a41, b10, b11, b12,
        b13, b14, b15, b16, b17, b18, b19, b20, b21, b22, b23, b24, b25, b26, b27, b28, b29, b30,
        b31, b32, b33, b34, b35, b36, b37, b38, b39, b40, b41, c10, c11, c12, c13, c14, c15, c16,
        c17, c18, c19, c20, c21, c22, c23, c24, c25, c26, c27, c28, c29, c30, c31, c32, c33, c34,
        c35, c36, c37, c38, c39, c40, c41, d10, d11, d12, d13, d14, d15, d16, d17, d18, d19, d20,
        d21, d22, d23, d24, d25, d26, d27, d28, d29, d30, d31, d32, d33, d34, d35, d36, d37, d38,
        d39, d40, d41, e10, e11, e12, e13, e14, e15, e16, e17, e18, e19, e20, e21, e22, e23, e24,
        e25, e26, e27, e28, e29, e30, e31, e32, e33, e34, e35, e36, e37, e38, e39, e40, e41, f10,
        f11, f12, f13, f14, f15, f16, f17, f18, f19, f20, f21, f22, f23, f24, f25, f26, f27, f28,
        f29, f30, f31, f32, f33, f34, f35, f36, f37, f38, f39, f40, f41, g10, g11, g12, g13, g14,
        g15, g16, g17, g18, g19, g20, g21, g22, g23, g24, g25, g26, g27, g28, g29, g30, g31, g32,
        g33, g34, g35, g36, g37, g38, g39, g40, g41, h10, h11, h12, h13, h14, h15, h16, h17, h18,
        h19, h20, h21, h22, h23, h24, h25, h26, h27, h28, h29, h30, h31, h32, h33, h34, h35, h36,
        h37, h38, h39, h40, h41;
    // spotless:on
    return times == 0 ? 0 : reserve(times - 1);
  }
}
