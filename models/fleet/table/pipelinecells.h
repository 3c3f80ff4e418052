// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/definition/pipelinestate.h"

#include <QDateTime>
#include <QString>

namespace Sluice {

struct PipelineRow;

// The cells of the table of pipelines in words. column: of the PipelineModel.
namespace PipelineCells {

// What the eye sees in the cell, for a screen reader: "Stopped unexpectedly", "PostgreSQL, shop-db,
// orders", "more than 3 min". Empty: nothing is known.
QString spoken(const PipelineRow &row, int column, const QDateTime &now);

// Everything about the cell, in full length: the server's own word, since when, the last check
// and why it failed, what went out from here; full names. Empty: the cell says it all.
QString toolTip(const PipelineRow &row, int column);

// How old the definition is when only an earlier run of the program read it; empty: it is not.
QString readText(const PipelineRow &row);

// What the badge means and what to do next, where the word alone does not say it; else empty.
QString advice(Badge badge);

} // namespace PipelineCells

} // namespace Sluice
