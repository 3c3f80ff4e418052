// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/secrets/definitionfindings.h"

#include <QWidget>

class QLabel;
class QScrollArea;

namespace Sluice {

class FormModel;
class NoteLine;

// What is known against a definition though its fields are in order, a line each that begins with a
// link to its field.
class FindingLinks final : public QWidget
{
    Q_OBJECT

public:
    explicit FindingLinks(const FormModel *form, QWidget *parent = nullptr);

    void setFindings(const QList<DefinitionFinding> &findings);

Q_SIGNALS:
    void fieldRequested(const QString &path);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void fitHeight();
    QString lineOf(const DefinitionFinding &finding) const;

    const FormModel *m_form;
    NoteLine *m_fact;
    QLabel *m_lines;
    QScrollArea *m_area;
};

} // namespace Sluice
