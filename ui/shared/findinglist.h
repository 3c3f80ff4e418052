// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/references/referencelint.h"

#include <QWidget>

class QVBoxLayout;

namespace Sluice {

// What may be wrong with one pipeline, a note for each finding with a link to its field.
class FindingList final : public QWidget
{
    Q_OBJECT

public:
    explicit FindingList(QWidget *parent = nullptr);

    // definition: that of the pipeline. Hides where there is nothing to say.
    void setFindings(const QList<ReferenceFinding> &findings, const QJsonObject &definition);

Q_SIGNALS:
    // path: dotted, of the field.
    void fieldRequested(const QString &path);

private:
    QVBoxLayout *m_notes;
    QList<ReferenceFinding> m_findings;
};

} // namespace Sluice
