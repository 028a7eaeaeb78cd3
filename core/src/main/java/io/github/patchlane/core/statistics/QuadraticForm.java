package io.github.patchlane.core.statistics;

/**
 * The value of u'V⁻u for a covariance V that may lack full rank, and that rank.
 *
 * <p>By elimination on the diagonal, largest pivot first: what is left once the pivots vanish lies
 * in the null space. For u in V's range the choice of generalised inverse makes no difference.
 */
record QuadraticForm(double value, int rank) {
  private static final double NEGLIGIBLE = 1e-10;

  static QuadraticForm of(double[][] covariance, double[] vector) {
    int size = vector.length;
    double[][] v = new double[size][];
    for (int i = 0; i < size; i++) {
      v[i] = covariance[i].clone();
    }
    double[] u = vector.clone();
    boolean[] done = new boolean[size];
    double value = 0;
    int rank = 0;
    for (int pivot = next(v, covariance, done); pivot >= 0; pivot = next(v, covariance, done)) {
      done[pivot] = true;
      rank++;
      value += u[pivot] * u[pivot] / v[pivot][pivot];
      for (int i = 0; i < size; i++) {
        if (!done[i]) {
          double factor = v[i][pivot] / v[pivot][pivot];
          u[i] -= factor * u[pivot];
          for (int j = 0; j < size; j++) {
            v[i][j] -= factor * v[pivot][j];
          }
        }
      }
    }
    return new QuadraticForm(value, rank);
  }

  /** The row with the most of its variance still unexplained, or -1 if none has any. */
  private static int next(double[][] v, double[][] covariance, boolean[] done) {
    int best = -1;
    double most = NEGLIGIBLE;
    for (int i = 0; i < done.length; i++) {
      if (!done[i] && v[i][i] > most * covariance[i][i]) {
        best = i;
        most = v[i][i] / covariance[i][i];
      }
    }
    return best;
  }
}
