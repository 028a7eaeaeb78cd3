package io.github.patchlane.core.trial;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;

/** A value in a protocol, and where it stands. */
sealed interface TomlValue {
  int line();

  /** In quotes, or a bare date. */
  record Text(int line, String text) implements TomlValue {
    public Text {
      Objects.requireNonNull(text);
    }
  }

  /** A decimal number. */
  record Figure(int line, BigDecimal number) implements TomlValue {
    public Figure {
      Objects.requireNonNull(number);
    }
  }

  /** Strings in brackets. */
  record Texts(int line, List<String> texts) implements TomlValue {
    public Texts {
      texts = List.copyOf(texts);
    }
  }
}
