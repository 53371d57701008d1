import { type Attributes, type Span, SpanStatusCode } from '@opentelemetry/api';

/** Ends a span with what is to be said of it. A fault is told by its code: neither message nor stack. */
export function tell(span: Span, said: Attributes, fault: string | undefined): void {
  if (span.isRecording()) {
    span.setAttributes(said);
    if (fault !== undefined) {
      span.setAttribute('error.type', fault);
      span.setStatus({ code: SpanStatusCode.ERROR });
    }
  }
  span.end();
}
