package io.github.patchlane.core.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathPatternTest {
  @ParameterizedTest(name = "{0} and {1}: {2}")
  @CsvSource({
    "drivers/net/,        drivers/net/a/b.c,      true",
    "drivers/net/,        drivers/net2/b.c,       false",
    "drivers/net/*,       drivers/net/b.c,        true",
    "drivers/net/*,       drivers/net/a/b.c,      false",
    "*/net/*,             drivers/net/b.c,        true",
    "*/net/*,             a/drivers/net/b.c,      false",
    "net/core/skb,        net/core/skbuff.c,      true",
    "net/core/*.c,        net/core/a.c,           true",
    "net/core/*.c,        net/core/a.cc,          true",
    "net/core/*.c,        net/core/axc,           false",
    "*,                   Makefile,               true",
    "*,                   net/Makefile,           false",
    "*/,                  net/core/a.c,           true",
    "*/,                  Makefile,               false",
    "tools/eclair,        tools/eclair/a/run.sh,  true",
    "tools/eclair,        tools/eclairs/run.sh,   false",
    "tools/ab?c,          tools/abXc,             true",
    "tools/ab?c,          tools/abc,              false",
    "'arch/{arm,x86}/m/', arch/x86/m/a.c,         true",
    "'arch/{arm,x86}/m/', arch/mips/m/a.c,        false",
    "drivers/**/pci.c,    drivers/a/b/pci.c,      true",
    "drivers/**/p*.c,     drivers/a/b/pci/d.c,    false",
    "./net/,              net/a.c,                true",
    "a+b[1].c,            a+b[1].c,               true",
    "a+b[1].c,            aab1.c,                 false"
  })
  void matchesAsGetMaintainerDoes(String pattern, String path, boolean matches) {
    assertEquals(matches, PathPattern.of(pattern).matches(path));
  }

  @ParameterizedTest
  @CsvSource({"*, -1", "*/, -1", "net/, 1", "net/core/, 2", "net/core/*, 3", "net/core/a.c, 3"})
  void isDeeperTheMoreOfThePathItNames(String pattern, int depth) {
    assertEquals(depth, PathPattern.of(pattern).depth());
  }
}
