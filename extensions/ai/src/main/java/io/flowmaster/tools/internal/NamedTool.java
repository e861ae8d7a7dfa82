package io.flowmaster.tools.internal;

import io.flowmaster.tools.Tool;
import io.flowmaster.tools.ToolCall;
import io.flowmaster.tools.ToolDescription;
import io.flowmaster.tools.ToolOutcome;
import java.util.function.Function;

/** A tool whose work is a function. */
record NamedTool(ToolDescription description, Function<ToolCall, ToolOutcome> work)
    implements Tool {
  @Override
  public ToolOutcome call(ToolCall call) {
    return work.apply(call);
  }
}
