package io.flowmaster.rules;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A decision table without XML; it is turned into DMN.
 *
 * @param hitPolicy as DMN names it; UNIQUE when null
 * @param aggregation only with COLLECT
 */
public record DecisionTableSketch(
    @Pattern(
            regexp = "UNIQUE|FIRST|ANY|RULE ORDER|COLLECT",
            message = "must be UNIQUE, FIRST, ANY, RULE ORDER or COLLECT")
        @Schema(example = "FIRST")
        @Nullable String hitPolicy,
    @Pattern(regexp = "SUM|MIN|MAX|COUNT", message = "must be SUM, MIN, MAX or COUNT")
        @Nullable String aggregation,
    @NotEmpty @Size(max = 50) @Valid List<@NotNull InputColumn> inputs,
    @NotEmpty @Size(max = 50) @Valid List<@NotNull OutputColumn> outputs,
    @NotNull @Size(max = 5_000) @Valid List<@NotNull Row> rules) {

  private static final String TYPES =
      "string|boolean|integer|long|double|number|date|time|dateTime|any";
  private static final String TYPES_MESSAGE =
      "must be string, boolean, integer, long, double, number, date, time, dateTime or any";

  /**
   * A condition column.
   *
   * @param expression FEEL, most often a variable's name
   * @param type null for any
   */
  public record InputColumn(
      @Size(max = 255) @Schema(example = "Order value") @Nullable String label,
      @NotBlank @Size(max = 4_000) @Schema(example = "order.total") String expression,
      @Pattern(regexp = TYPES, message = TYPES_MESSAGE) @Schema(example = "number")
          @Nullable String type) {}

  /** A result column; {@code name} is the member in the result. */
  public record OutputColumn(
      @Size(max = 255) @Schema(example = "Discount") @Nullable String label,
      @NotBlank
          @Pattern(
              regexp = "[\\p{L}_][\\p{L}\\p{N}_]{0,99}",
              message = "must be a name of letters, digits and underscores")
          @Schema(example = "discount")
          String name,
      @Pattern(regexp = TYPES, message = TYPES_MESSAGE) @Schema(example = "number")
          @Nullable String type) {}

  /**
   * One rule.
   *
   * @param inputs FEEL unary tests, one for each input column; null or empty accepts anything
   * @param outputs FEEL expressions, one for each output column; null or empty gives null
   */
  public record Row(
      @NotNull @Size(max = 50) @Schema(example = "[\">= 100\"]")
          List<@Size(max = 4_000) @Nullable String> inputs,
      @NotNull @Size(max = 50) @Schema(example = "[\"0.1\"]")
          List<@Size(max = 4_000) @Nullable String> outputs,
      @Size(max = 1_000) @Nullable String description) {}
}
