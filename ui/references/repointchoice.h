// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QLabel;

namespace Sluice {

class NoteLine;
class RepointModel;
class SecretEdit;
class ReferenceMonitor;
class TextLabel;
struct ReferenceSources;

// The references, what they become, and the pipelines to change.
class RepointChoice final : public QWidget
{
    Q_OBJECT

public:
    // sources: of what is suggested; they have a monitor. It and the model outlive this.
    RepointChoice(RepointModel *model, const ReferenceSources &sources, QWidget *parent = nullptr);

    // Why nothing can be reviewed, one sentence; empty: it can.
    QString obstacle() const;
    void focusFirst();

Q_SIGNALS:
    // The new reference changed, or the ticks.
    void changed();

private:
    QLayout *makeReferences();
    QWidget *makeFrom();
    QLayout *makeTableHead();
    QLayout *makeAdvice();
    QString fromText() const;
    void applyTarget();
    void showPlaceholders();
    void showWarnings();
    void showCounts();

    RepointModel *m_model;
    const ReferenceMonitor *m_monitor;
    SecretEdit *m_to;
    NoteLine *m_warning;
    QLabel *m_users;
    TextLabel *m_counts;
};

} // namespace Sluice
