// SPDX-License-Identifier: Apache-2.0
#include "models/fleet/saveoutcome.h"

#include "models/document/diff.h"
#include "models/fleet/pipelinesave.h"

namespace Sluice {

std::optional<ApiError> saveOutcome(const LostSave &save, const ApiError &answer)
{
    const bool isAsBefore = save.now == save.before && save.now != save.sent;
    if (!isAsBefore && semanticDiff(save.sent, save.now).isEmpty())
        return {};
    ApiError error = answer;
    error.effect = Effect::None; // the question is answered
    if (isAsBefore) {
        error.message =
            answer.kind == ApiError::Kind::NoAnswer
                ? PipelineSave::tr("No answer came, and the change did not reach the server. "
                                   "Save again.")
                : PipelineSave::tr("%1 The change was not saved. Save again.").arg(error.summary());
        error.kind = ApiError::Kind::Cancelled;
    } else {
        error.kind = ApiError::Kind::NoAnswer;
        error.effect = Effect::Unknown;
        error.message =
            PipelineSave::tr("The server's definition is neither what was sent nor what was there "
                             "before: someone else changed it too.");
    }
    error.waited = {};
    return error;
}

} // namespace Sluice
