// SPDX-License-Identifier: Apache-2.0
#include "app/commandline/output/tone.h"

#include "models/definition/pipelinestate.h"

namespace Sluice {

namespace {

QByteArray codeOf(Tone tone)
{
    switch (tone) {
    case Tone::Plain: return {};
    case Tone::Heading: return QByteArrayLiteral("1");
    case Tone::Good: return QByteArrayLiteral("32");
    case Tone::Busy: return QByteArrayLiteral("33");
    case Tone::Progress: return QByteArrayLiteral("36");
    case Tone::Odd: return QByteArrayLiteral("35");
    case Tone::Bad: return QByteArrayLiteral("31");
    case Tone::Faint: return QByteArrayLiteral("2");
    }
    return {};
}

} // namespace

QByteArray toned(const QByteArray &text, Tone tone)
{
    const QByteArray code = codeOf(tone);
    return code.isEmpty() || text.isEmpty() ? text : "\x1B[" + code + 'm' + text + "\x1B[0m";
}

Tone toneOfState(const QString &status)
{
    switch (pipelineStateFrom(status)) {
    case PipelineState::Streaming: return Tone::Good;
    case PipelineState::Snapshotting: return Tone::Progress;
    case PipelineState::Starting:
    case PipelineState::Stopping: return Tone::Busy;
    case PipelineState::NotRunning: return Tone::Faint;
    case PipelineState::NotChecked:
    case PipelineState::Unknown:
    case PipelineState::Other: break;
    }
    return Tone::Odd;
}

} // namespace Sluice
