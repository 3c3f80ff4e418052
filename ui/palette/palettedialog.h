// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/palette/palettemodel.h"

#include <QFrame>

class QLineEdit;
class QListView;

namespace Sluice {

class TextLabel;

// The palette: a line to type in, and below it what fits. The focus stays in the line; the arrows
// walk through the list, Enter does what is current. It closes by itself, and the focus goes back
// to where it was.
class PaletteDialog final : public QFrame
{
    Q_OBJECT

public:
    PaletteDialog(const PipelineModel *pipelines, const RecentChoices *recent,
                  const PaletteModel::Content &content, QWidget *window);

    // At the top of its window.
    void openOver(const QWidget *window);

Q_SIGNALS:
    // The palette is closed already.
    void chosen(const Sluice::PaletteEntry &entry);
    void openRequested(const Sluice::PipelineKey &key);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    void buildFoot(QLayout *column);
    bool handleKey(int key, Qt::KeyboardModifiers modifiers);
    void search();
    void showFound();
    void moveBy(int rows);
    void setCurrent(int row);
    void currentChanged();
    void toggleSection();
    void choose(bool opens);
    void say(const QString &reason);

    PaletteModel m_model;
    QLineEdit *m_edit;
    TextLabel *m_count;
    QListView *m_list;
    TextLabel *m_empty;
    QWidget *m_keys = nullptr;
    TextLabel *m_reason = nullptr;
};

} // namespace Sluice
