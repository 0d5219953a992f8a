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
    long aa, ab, ac, ad, ae, af, ag, ah, ai, aj, ak, al, am, an, ao, ap, aq, ar, as, at, au, av, aw,
        ax, ay, az, a0, a1, a2, a3, a4, a5, ba, bb, bc, bd, be, bf, bg, bh, bi, bj, bk, bl, bm, bn,
        bo, bp, bq, br, bs, bt, bu, bv, bw, bx, by, bz, b0, b1, b2, b3, b4, b5, ca, cb, cc, cd, ce,
        cf, cg, ch, ci, cj, ck, cl, cm, cn, co, cp, cq, cr, cs, ct, cu, cv, cw, cx, cy, cz, c0, c1,
        c2, c3, c4, c5, da, db, dc, dd, de, df, dg, dh, di, dj, dk, dl, dm, dn, do_, dp, dq, dr, ds,
        dt, du, dv, dw, dx, dy, dz, d0, d1, d2, d3, d4, d5, ea, eb, ec, ed, ee, ef, eg, eh, ei, ej,
        ek, el, em, en, eo, ep, eq, er, es, et, eu, ev, ew, ex, ey, ez, e0, e1, e2, e3, e4, e5, fa,
        fb, fc, fd, fe, ff, fg, fh, fi, fj, fk, fl, fm, fn, fo, fp, fq, fr, fs, ft, fu, fv, fw, fx,
        fy, fz, f0, f1, f2, f3, f4, f5, ga, gb, gc, gd, ge, gf, gg, gh, gi, gj, gk, gl, gm, gn, go,
        gp, gq, gr, gs, gt, gu, gv, gw, gx, gy, gz, g0, g1, g2, g3, g4, g5, ha, hb, hc, hd, he, hf,
        hg, hh, hi, hj, hk, hl, hm, hn, ho, hp, hq, hr, hs, ht, hu, hv, hw, hx, hy, hz, h0, h1, h2,
        h3, h4, h5;
    // spotless:on
    return times == 0 ? 0 : reserve(times - 1);
  }
}
